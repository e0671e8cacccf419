// title: Open commitments
// topic: promised
// summary: Lists the actions, promises and next steps on which the loaded minutes record no later report, by owner; it does not say that nothing was done.
// parameters:
//   owner: {type: name, of: [Person, Post, Body], description: "Who is to do it.", example: Gareth Pellow}
//   kind: {type: choice, choices: [action, promise, next_step], description: "What kind of commitment it is.", example: action}
//   issue: {type: words, description: "Words that all stand in the commitment or the item's title.", example: vetting}
//   from: {type: from, description: "The first day of the meetings at which it was made.", example: "2018"}
//   to: {type: to, description: "The last day of those meetings.", example: "2022-06"}
// columns:
//   owners: Who is to do it, empty where the minutes do not say.
//   due_as_written: The words that give the time, empty where there are none.
//   due: The time they mean, as precisely as they say it.
//   commitment: The minutes' own words.
//   kind: "A formal action, a promise in the text, or a next step."
//   strength: "How firmly it is put: firm, intended or hoped."
//   date: When the meeting was held.
//   meeting: The meeting.
//   item: The agenda item under which it stands.
//   no_report_until: The date of the latest meeting of the same series, so that silence can be judged; of a meeting of no series, its own.
//   id: The commitment's id, for `kg query evidence`.
// example: kg query open-commitments --owner "Gareth Pellow"
OPTIONAL MATCH (who:Person|Post|Body)-[:OWNS]->(x:Commitment) WHERE who.name IN $owner
WITH collect(x.id) AS owned
MATCH (c:Commitment)
WHERE ($owner IS NULL OR c.id IN owned)
  AND NOT EXISTS { (c)-[:REPORTED_ON_IN]->() }
  AND ($kind IS NULL OR c.kind = $kind)
  AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
OPTIONAL MATCH (c)-[:UNDER]->(i:AgendaItem)
WITH c, i
WHERE $issue IS NULL OR all(word IN $issue WHERE c.folded + coalesce(i.folded, '') CONTAINS word)
MATCH (c)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
CALL (m) {
  OPTIONAL MATCH (m)-[:PART_OF]->(b:Body)
  WITH b ORDER BY b.id
  RETURN collect(b.id) AS series
}
WITH series, collect({c: c, i: i, m: m}) AS places
CALL (series) {
  UNWIND series AS one
  MATCH (:Body {id: one})<-[:PART_OF]-(other:Meeting)
  RETURN max(other.date) AS latest
}
UNWIND places AS place
WITH place.c AS c, place.i AS i, place.m AS m, latest
CALL (c) {
  OPTIONAL MATCH (a)-[:OWNS]->(c)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS owners
}
RETURN owners, c.due_text AS due_as_written, c.due AS due, c.reading AS commitment, c.kind AS kind, c.strength AS strength,
       c.date AS date, m.name AS meeting, i.title AS item, coalesce(latest, m.date) AS no_report_until, c.id AS id
ORDER BY owners[0], date, meeting, c.document, c.position, id
