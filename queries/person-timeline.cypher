// title: A person's timeline
// topic: years
// summary: Lists in date order the meetings a person attended, chaired or minuted, and what they asked, were asked, answered, stated and took on.
// parameters:
//   person: {type: name, of: [Person, Post, Body], required: true, description: "The person; a post or body also answers to its name.", example: Gareth Pellow}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   date: When the meeting was held.
//   meeting: The meeting.
//   event: "What it is: present, apologies, chaired, took_minutes, asked, was_asked, answered, stated or took_on."
//   item: The agenda item.
//   words: The minutes' own words; for a meeting the capacity.
//   name: The person's name.
//   id: "The id of what was said or of the meeting, for `kg query evidence`."
// example: kg query person-timeline --person "Gareth Pellow" --from 2018
CALL () {
  MATCH (p:Person)-[r:ATTENDED|CHAIRED|TOOK_MINUTES]->(m:Meeting)
  WHERE p.name IN $person
  WITH DISTINCT p, m, coalesce(r.status, toLower(type(r))) AS event, r.capacity AS words
  RETURN p, m, null AS i, event, words, m.id AS id, -1 AS place
  UNION ALL
  MATCH (p:Person|Post|Body)-[r:ASKED|GAVE|MADE|OWNS]->(x)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
  WHERE p.name IN $person
  OPTIONAL MATCH (x)-[:ANSWERS*0..1]->()-[:UNDER]->(i:AgendaItem)
  RETURN p, m, i,
         CASE type(r) WHEN 'ASKED' THEN 'asked' WHEN 'GAVE' THEN 'answered' WHEN 'MADE' THEN 'stated'
                      ELSE 'took_on' END AS event,
         x.reading AS words, x.id AS id, x.start AS place
  UNION ALL
  MATCH (p:Person|Post|Body)<-[:PUT_TO]-(x:Question)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
  WHERE p.name IN $person
  OPTIONAL MATCH (x)-[:UNDER]->(i:AgendaItem)
  RETURN p, m, i, 'was_asked' AS event, x.reading AS words, x.id AS id, x.start AS place
}
WITH p, m, i, event, words, id, place
WHERE ($from IS NULL OR m.date >= $from) AND ($to IS NULL OR m.date <= $to)
RETURN m.date AS date, m.name AS meeting, event, i.title AS item, words, p.name AS name, id
ORDER BY date, meeting, m.id, place, event, id, p.id
