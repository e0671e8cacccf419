// title: Commitments past their date
// topic: promised
// summary: Lists the commitments whose due date has passed, with what later minutes report of them; it does not say that they were broken.
// parameters:
//   "on": {type: date, description: "The day to compare with; without it, the day of the latest meeting in the graph.", example: "2022-06-30"}
//   owner: {type: name, of: [Person, Post, Body], description: "Who is to do it.", example: Gareth Pellow}
//   kind: {type: choice, choices: [action, promise, next_step], description: "What kind of commitment it is.", example: action}
//   issue: {type: words, description: "Words that all stand in the commitment or the item's title.", example: call waiting}
//   from: {type: from, description: "The first day of the meetings at which it was made.", example: "2018"}
//   to: {type: to, description: "The last day of those meetings.", example: "2022-06"}
// columns:
//   due: When it was due, as precisely as the minutes say.
//   due_as_written: The words that give the time.
//   compared_with: The day it is compared with.
//   owners: Who is to do it, empty where the minutes do not say.
//   commitment: The minutes' own words.
//   kind: "A formal action, a promise in the text, or a next step."
//   strength: "How firmly it is put: firm, intended or hoped."
//   date: When the meeting was held at which it was made.
//   meeting: The meeting.
//   item: The agenda item under which it stands.
//   reported: "What later minutes report of it, as far as links are known: date and words."
//   id: The commitment's id, for `kg query evidence`.
// example: kg query commitments-past-their-date --on 2022-06-30
OPTIONAL MATCH (last:Meeting) WHERE last.date > coalesce($on, '')
WITH coalesce(date($on), max(last.day)) AS compared_with
OPTIONAL MATCH (who:Person|Post|Body)-[:OWNS]->(x:Commitment) WHERE who.name IN $owner
WITH compared_with, collect(x.id) AS owned
MATCH (c:Commitment)
WHERE c.due_by < compared_with
  AND ($owner IS NULL OR c.id IN owned)
  AND ($kind IS NULL OR c.kind = $kind)
  AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
OPTIONAL MATCH (c)-[:UNDER]->(i:AgendaItem)
WITH c, i, compared_with
WHERE $issue IS NULL OR all(word IN $issue WHERE c.folded + coalesce(i.folded, '') CONTAINS word)
MATCH (c)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
CALL (c) {
  OPTIONAL MATCH (a)-[:OWNS]->(c)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS owners
}
CALL (c) {
  OPTIONAL MATCH (c)-[:REPORTED_ON_IN]->(x)
  WITH x ORDER BY x.date, x.id
  RETURN collect(CASE WHEN x IS NULL THEN null ELSE {date: x.date, id: x.id, words: x.reading} END) AS reported
}
RETURN c.due AS due, c.due_text AS due_as_written, compared_with, owners, c.reading AS commitment, c.kind AS kind,
       c.strength AS strength, c.date AS date, m.name AS meeting, i.title AS item, reported, c.id AS id
ORDER BY c.due_by, date, meeting, c.document, c.position, id
