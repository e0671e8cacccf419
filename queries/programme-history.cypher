// title: Programme history
// topic: years
// summary: Follows a programme from meeting to meeting, with what was asked, answered, stated and promised where it is named.
// parameters:
//   programme: {type: name, of: [Programme], description: "The programme.", example: Project Lantern}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   programme: The programme.
//   date: When the meeting was held.
//   meeting: The meeting.
//   item: The agenda item under which it is named.
//   mentions: How often it is named there.
//   said: The questions, answers, statements and commitments whose words name it, in the order of the minutes.
//   id: The programme's id, for `kg query evidence`.
// example: kg query programme-history --programme "Project Lantern"
MATCH (p:Programme)<-[r:MENTIONS]-(place)
WHERE ($programme IS NULL OR p.name IN $programme)
  AND ($from IS NULL OR r.date >= $from) AND ($to IS NULL OR r.date <= $to)
WITH p, r, place
MATCH (d:Document {id: r.document})<-[:RECORDED_IN]-(m:Meeting)
WITH p, place, d, m, collect(r) AS mentions
CALL (d, mentions) {
  OPTIONAL MATCH (d)<-[:RECORDED_IN]-(x:Question|Answer|Statement|Commitment)
  WHERE any(r IN mentions WHERE x.start <= r.start AND r.end <= x.end)
  WITH x ORDER BY x.start, x.id
  RETURN collect(CASE WHEN x IS NULL THEN null
                 ELSE {id: x.id, kind: coalesce(x.kind, toLower(labels(x)[0])), words: x.reading} END) AS said
}
RETURN p.name AS programme, m.date AS date, m.name AS meeting, place.title AS item, size(mentions) AS mentions, said,
       p.id AS id
ORDER BY programme, date, meeting, d.id, place.position, id, place.id
