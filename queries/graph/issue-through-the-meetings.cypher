// title: An issue through the meetings
// topic: years
// summary: Draws an issue with the agenda items that are about it, their meetings, and what was asked and promised under them.
// parameters:
//   issue: {type: words, description: "Words that all stand in the issue's name.", example: vetting, required: true}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2024"}
// columns:
//   path: "From an agenda item to the issue, to its meeting, or from what was said under it."
MATCH (s:Issue)<-[:CONCERNS]-(i:AgendaItem)
WHERE all(word IN $issue WHERE s.folded CONTAINS word)
  AND ($from IS NULL OR i.date >= $from) AND ($to IS NULL OR i.date <= $to)
WITH s, i ORDER BY coalesce(i.date, '') DESC, i.id LIMIT 40
CALL (s, i) {
  MATCH path = (s)<-[:CONCERNS]-(i)
  RETURN path
  UNION ALL
  MATCH path = (i)-[:PART_OF*1..3]->(:Meeting)
  RETURN path
  UNION ALL
  MATCH path = (i)<-[:UNDER]-(:Question|Commitment)
  RETURN path
}
RETURN path
