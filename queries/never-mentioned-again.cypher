// title: Never mentioned again
// topic: promised
// summary: Lists the commitments that no later minutes in the graph are found to speak of, with how many later meetings of the series there are; it does not say that nothing was done.
// parameters:
//   owner: {type: name, of: [Person, Post, Body], description: "Who is to do it.", example: Gareth Pellow}
//   kind: {type: choice, choices: [action, promise, next_step], description: "What kind of commitment it is.", example: action}
//   issue: {type: words, description: "Words that all stand in the commitment or the item's title.", example: vetting}
//   from: {type: from, description: "The first day of the meetings at which it was made.", example: "2018"}
//   to: {type: to, description: "The last day of those meetings.", example: "2022-06"}
// columns:
//   later_meetings: How many later meetings of the same series are in the graph.
//   silent_until: The date of the last of them.
//   owners: Who is to do it, empty where the minutes do not say.
//   due: When it is due, as precisely as the minutes say.
//   commitment: The minutes' own words.
//   kind: "A formal action, a promise in the text, or a next step."
//   strength: "How firmly it is put: firm, intended or hoped."
//   date: When the meeting was held.
//   meeting: The meeting.
//   item: The agenda item under which it stands.
//   id: The commitment's id, for `kg query evidence`.
// note: A commitment is listed only where the graph has a later meeting of its series, and only links that are known count as speaking of it.
// example: kg query never-mentioned-again --kind action --to 2020
OPTIONAL MATCH (who:Person|Post|Body)-[:OWNS]->(x:Commitment) WHERE who.name IN $owner
WITH collect(x.id) AS owned
MATCH (c:Commitment)
WHERE ($owner IS NULL OR c.id IN owned)
  AND NOT EXISTS { (c)-[:REPORTED_ON_IN|RECURS_AS]->() }
  AND NOT EXISTS { (c)<-[:FOLLOWS_UP]-(:Question) }
  AND ($kind IS NULL OR c.kind = $kind)
  AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
OPTIONAL MATCH (c)-[:UNDER]->(i:AgendaItem)
WITH c, i
WHERE $issue IS NULL OR all(word IN $issue WHERE c.folded + coalesce(i.folded, '') CONTAINS word)
MATCH (c)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
MATCH (m)-[:PART_OF]->(series:Body)
WITH m, series, collect({c: c, i: i}) AS places
CALL (m, series) {
  MATCH (later:Meeting)-[:PART_OF]->(series) WHERE later.date > m.date
  RETURN count(DISTINCT later.id) AS later_meetings, max(later.date) AS silent_until
}
WITH m, places, later_meetings, silent_until WHERE later_meetings > 0
UNWIND places AS place
WITH place.c AS c, place.i AS i, m, later_meetings, silent_until
CALL (c) {
  OPTIONAL MATCH (a)-[:OWNS]->(c)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS owners
}
RETURN later_meetings, silent_until, owners, c.due AS due, c.reading AS commitment, c.kind AS kind,
       c.strength AS strength, c.date AS date, m.name AS meeting, i.title AS item, c.id AS id
ORDER BY date, meeting, c.document, c.position, id
