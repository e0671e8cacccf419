// title: One meeting
// topic: one
// summary: Draws a meeting with who was there, its agenda, and what was asked and promised under each item.
// parameters:
//   meeting: {type: name, of: [Meeting], description: "The meeting, by its name.", example: "Public Accountability Meeting, 2024-05-21"}
// columns:
//   path: "From a person to the meeting, from an item to it, or from what was said to its item."
// note: Without a name it is the latest one.
MATCH (m:Meeting)
WHERE $meeting IS NULL OR m.name IN $meeting
WITH m ORDER BY coalesce(m.date, '') DESC, m.id LIMIT 1
CALL (m) {
  MATCH path = (m)<-[:ATTENDED|CHAIRED|TOOK_MINUTES]-(:Person)
  RETURN path
  UNION ALL
  MATCH path = (m)<-[:PART_OF*1..3]-(:AgendaItem)
  RETURN path
  UNION ALL
  MATCH path = (m)<-[:PART_OF*1..3]-(:AgendaItem)<-[:UNDER]-(:Question|Commitment)
  RETURN path
}
RETURN path
