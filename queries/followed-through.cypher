// title: What was said of actions later
// topic: promised
// summary: Lists the actions with where later minutes speak of them, in date order; it does not say whether they were done.
// parameters:
//   owner: {type: name, of: [Person, Post, Body], description: "Who is to do it.", example: Gareth Pellow}
//   kind: {type: choice, choices: [action, promise, next_step], description: "Another kind of commitment than actions.", example: promise}
//   issue: {type: words, description: "Words that all stand in the action or the item's title.", example: call waiting}
//   from: {type: from, description: "The first day of the meetings at which it was made.", example: "2018"}
//   to: {type: to, description: "The last day of those meetings.", example: "2022-06"}
// columns:
//   date: When the action was given.
//   meeting: The meeting at which it was given.
//   owners: Who is to do it, empty where the minutes do not say.
//   due: When it is due, as precisely as the minutes say.
//   action: The minutes' own words.
//   next_date: When minutes next speak of it, empty where none are found to.
//   next_meeting: The meeting at which they do.
//   spoken_of: "Where later minutes speak of it, as far as links are known: date, how (reported, restated, carried_forward, date_moved or asked_about), words and reason."
//   later_meetings: How many later meetings of the same series are in the graph; empty where the series is not known.
//   id: The action's id, for `kg query evidence`.
// example: kg query followed-through --owner "Gareth Pellow"
OPTIONAL MATCH (who:Person|Post|Body)-[:OWNS]->(x:Commitment) WHERE who.name IN $owner
WITH collect(x.id) AS owned
MATCH (c:Commitment)
WHERE ($owner IS NULL OR c.id IN owned)
  AND c.kind = coalesce($kind, 'action')
  AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
OPTIONAL MATCH (c)-[:UNDER]->(i:AgendaItem)
WITH c, i
WHERE $issue IS NULL OR all(word IN $issue WHERE c.folded + coalesce(i.folded, '') CONTAINS word)
MATCH (c)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
WITH m, collect(c) AS given
CALL (m) {
  OPTIONAL MATCH (m)-[:PART_OF]->(series:Body)
  OPTIONAL MATCH (later:Meeting)-[:PART_OF]->(series) WHERE later.date > m.date
  RETURN CASE WHEN count(series) = 0 THEN null ELSE count(DISTINCT later.id) END AS later_meetings
}
UNWIND given AS c
CALL (c) {
  OPTIONAL MATCH (a)-[:OWNS]->(c)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS owners
}
CALL (c) {
  OPTIONAL MATCH (c)-[r:REPORTED_ON_IN|RECURS_AS|FOLLOWS_UP]-(x)
  WHERE type(r) = 'FOLLOWS_UP' OR startNode(r).id = c.id
  OPTIONAL MATCH (x)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(n:Meeting)
  WITH r, x, n ORDER BY x.date, x.id
  RETURN collect(CASE WHEN x IS NULL THEN null ELSE {
           date: x.date, meeting: n.name,
           how: CASE type(r) WHEN 'REPORTED_ON_IN' THEN 'reported' WHEN 'FOLLOWS_UP' THEN 'asked_about'
                             ELSE coalesce(r.relation, 'restated') END,
           words: coalesce(r.sentence, x.reading), reason: r.reason, id: x.id} END) AS spoken_of
}
RETURN c.date AS date, m.name AS meeting, owners, c.due AS due, c.reading AS action, spoken_of[0].date AS next_date,
       spoken_of[0].meeting AS next_meeting, spoken_of, later_meetings, c.id AS id
ORDER BY date, meeting, c.document, c.position, id
