// title: Who works with whom
// topic: asked
// summary: Lists who asks and who answers whom, with how often, from the most often down.
// parameters:
//   person: {type: name, of: [Person, Post, Body], description: "Who asks or answers.", example: Gareth Pellow}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   asker: Who asks.
//   answerer: Who answers.
//   questions: How many questions of the one the other answers.
//   meetings: At how many meetings.
//   first_date: The date of the first of them.
//   last_date: The date of the last of them.
//   asker_id: The asker's id, for `kg query evidence`.
//   answerer_id: The answerer's id.
// example: kg query who-works-with-whom --from 2018 --to 2018
OPTIONAL MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN $person
WITH collect(x.id) AS asked
OPTIONAL MATCH (who:Person|Post|Body)-[:GAVE]->(:Answer)-[:ANSWERS]->(x:Question) WHERE who.name IN $person
WITH asked, collect(x.id) AS answered
MATCH (asker)-[:ASKED]->(q:Question)<-[:ANSWERS]-(:Answer)<-[:GAVE]-(answerer)
WHERE asker.id <> answerer.id AND ($person IS NULL OR q.id IN asked + answered)
  AND ($person IS NULL OR asker.name IN $person OR answerer.name IN $person)
  AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
WITH asker, answerer, q
MATCH (q)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
WHERE ($from IS NULL OR m.date >= $from) AND ($to IS NULL OR m.date <= $to)
WITH asker.name AS asker, answerer.name AS answerer, asker.id AS asker_id, answerer.id AS answerer_id,
     count(DISTINCT q.id) AS questions, count(DISTINCT m.id) AS meetings, min(q.date) AS first_date,
     max(q.date) AS last_date
RETURN asker, answerer, questions, meetings, first_date, last_date, asker_id, answerer_id
ORDER BY questions DESC, asker, answerer, asker_id, answerer_id
