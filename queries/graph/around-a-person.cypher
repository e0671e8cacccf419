// title: Around a person
// topic: years
// summary: Draws what somebody asked, answered, stated and took on, the posts they held, and who is on the other side.
// parameters:
//   person: {type: name, of: [Person, Post, Body], description: "Who it is.", example: Gareth Pellow, required: true}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2018"}
// columns:
//   path: "From the person to what they said or took on, and on to whom it concerns."
// note: The latest 60 things that they said or took on are drawn.
MATCH (p:Person|Post|Body)
WHERE p.name IN $person
CALL (p) {
  MATCH (p)-[:ASKED|GAVE|MADE|OWNS]->(x)
  WHERE ($from IS NULL OR x.date >= $from) AND ($to IS NULL OR x.date <= $to)
  WITH DISTINCT x ORDER BY coalesce(x.date, '') DESC, x.id LIMIT 60
  RETURN collect(x.id) AS latest
}
CALL (p, latest) {
  MATCH path = (p)-[:ASKED|GAVE|MADE|OWNS]->(x) WHERE x.id IN latest
  RETURN path
  UNION ALL
  MATCH path = (p)-[:ASKED]->(x)-[:PUT_TO]->() WHERE x.id IN latest
  RETURN path
  UNION ALL
  MATCH path = (p)-[:GAVE]->(x)-[:ANSWERS]->(:Question)<-[:ASKED]-() WHERE x.id IN latest
  RETURN path
  UNION ALL
  MATCH path = (p)-[:HELD]->(:Post)
  RETURN path
}
RETURN path
