// title: The document behind an id
// topic: one
// summary: Draws anything in the graph, by its id, with the documents that say so and their meetings.
// parameters:
//   id: {type: id, description: "The id that a query shows.", example: question-9a6adb4a195af6fd, required: true}
// columns:
//   path: "From the node to the document, and from the meeting to it."
CALL () {
  MATCH path = (:Meeting|Person|Post|Body|Programme|AgendaItem|Question|Answer|Statement|Commitment {id: $id})-[:RECORDED_IN]->(:Document)
  RETURN path
  UNION ALL
  MATCH (n:Meeting|Person|Post|Body|Programme|AgendaItem|Question|Answer|Statement|Commitment {id: $id})-[:RECORDED_IN]->(d:Document)
  WITH n, d
  MATCH path = (n)-[:RECORDED_IN]->(d)<-[:RECORDED_IN]-(:Meeting)
  RETURN path
  UNION ALL
  MATCH path = (:Issue {id: $id})<-[:CONCERNS]-(:AgendaItem)-[:RECORDED_IN]->(:Document)
  RETURN path
  UNION ALL
  MATCH path = (:Document {id: $id})<-[:RECORDED_IN]-(:Meeting)
  RETURN path
}
RETURN path
