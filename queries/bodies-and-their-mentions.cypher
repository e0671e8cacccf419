// title: Bodies and where they are mentioned
// topic: years
// summary: Lists the organisations, boards and teams with the meetings that mention them, how often and as what.
// parameters:
//   body: {type: name, of: [Body], description: "The body.", example: Strategic Change Board}
//   kind: {type: choice, choices: [organisation, board, team, collective, series], description: "What kind of body it is.", example: board}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   body: The body.
//   kind: "What it is: organisation, board, team, collective or series."
//   date: When the meeting was held.
//   meeting: The meeting that mentions it.
//   mentions: How often it is mentioned there.
//   as_written: The forms in which it is written there.
//   items: The agenda items under which it is mentioned.
//   id: The body's id, for `kg query evidence`.
// example: kg query bodies-and-their-mentions --kind board
MATCH (b:Body)<-[r:MENTIONS]-(place)
WHERE ($body IS NULL OR b.name IN $body) AND ($kind IS NULL OR b.kind = $kind)
  AND ($from IS NULL OR r.date >= $from) AND ($to IS NULL OR r.date <= $to)
WITH b, r, place
MATCH (d:Document {id: r.document})<-[:RECORDED_IN]-(m:Meeting)
WITH b, m, r, place ORDER BY r.start, r.end
WITH b, m, count(*) AS mentions, collect(DISTINCT r.reading) AS as_written, collect(DISTINCT place.title) AS items
RETURN b.name AS body, b.kind AS kind, m.date AS date, m.name AS meeting, mentions, as_written, items, b.id AS id
ORDER BY body, date, meeting, m.id, id
