// title: Slipped dates
// topic: promised
// summary: Lists the commitments that come back in a later meeting with a later date, with both dates and the reason for the link.
// parameters:
//   owner: {type: name, of: [Person, Post, Body], description: "Who is to do it, the first or the second time.", example: Nathaniel Osgerby}
//   issue: {type: words, description: "Words that all stand in one of the two commitments.", example: vetting}
//   from: {type: from, description: "The first day of the meetings at which it was made.", example: "2018"}
//   to: {type: to, description: "The last day of those meetings.", example: "2022-06"}
// columns:
//   due: When it was due at first, as precisely as the minutes say.
//   later_due: When it is due now.
//   owners: Who was to do it, empty where the minutes do not say.
//   commitment: The minutes' own words.
//   date: When it was promised.
//   meeting: The meeting at which it was promised.
//   later_commitment: The later minutes' own words.
//   later_date: When it came back.
//   later_meeting: The meeting at which it came back.
//   score: "How strong the link is, 0 to 1."
//   reason: Why the two are linked.
//   id: The earlier commitment's id, for `kg query evidence`.
//   later_id: The later commitment's id.
// example: kg query slipped-dates --from 2018
OPTIONAL MATCH (who:Person|Post|Body)-[:OWNS]->(x:Commitment) WHERE who.name IN $owner
WITH collect(x.id) AS owned
CALL (owned) {
  MATCH (c:Commitment)-[r:RECURS_AS {relation: 'date_moved'}]->(later:Commitment)
  WHERE ($owner IS NULL OR c.id IN owned)
    AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
  RETURN c, r, later
  UNION ALL
  MATCH (c:Commitment)-[r:RECURS_AS {relation: 'date_moved'}]->(later:Commitment)
  WHERE later.id IN owned AND NOT c.id IN owned
    AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
  RETURN c, r, later
}
WITH c, r, later
WHERE $issue IS NULL OR all(word IN $issue WHERE c.folded CONTAINS word)
   OR all(word IN $issue WHERE later.folded CONTAINS word)
MATCH (c)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
MATCH (later)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(n:Meeting)
CALL (c) {
  OPTIONAL MATCH (a)-[:OWNS]->(c)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS owners
}
RETURN c.due AS due, later.due AS later_due, owners, c.reading AS commitment, c.date AS date, m.name AS meeting,
       later.reading AS later_commitment, later.date AS later_date, n.name AS later_meeting, r.score AS score,
       r.reason AS reason, c.id AS id, later.id AS later_id
ORDER BY date, meeting, id, later_date, later_id
