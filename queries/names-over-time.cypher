// title: Names over time
// topic: years
// summary: Lists which short forms stand for which names, and which bodies and programmes gave way to which.
// parameters:
//   name: {type: name, of: [Person, Body, Programme], description: "One of the names.", example: OPCC}
// columns:
//   name: The short form, or the earlier name.
//   relation: stands for, or succeeded by.
//   other: The full name, or the later one.
//   date: Since when, empty for a short form and where it is not known.
//   documents: In how many documents of one context it is so.
//   reason: Why, in words that can be checked.
//   score: How sure the link is, 0 to 1.
//   id: The id of the first name, for `kg explain`.
//   other_id: The id of the other name.
// note: The nodes stay what they are; another context can mean something else by one short form.
// example: kg query names-over-time --name OPCC
CALL () {
  MATCH (s:Person|Body|Programme)-[r:STANDS_FOR|SUCCEEDED_BY]->(e)
  WHERE $name IS NULL OR s.name IN $name
  RETURN s, r, e
  UNION ALL
  MATCH (e:Person|Body|Programme)<-[r:STANDS_FOR|SUCCEEDED_BY]-(s)
  WHERE e.name IN $name AND NOT s.name IN $name
  RETURN s, r, e
}
RETURN s.name AS name, CASE WHEN type(r) = 'STANDS_FOR' THEN 'stands for' ELSE 'succeeded by' END AS relation,
       e.name AS other, r.date AS date, size(r.documents) AS documents, r.reason AS reason, r.score AS score, s.id AS id,
       e.id AS other_id
ORDER BY name, relation, other, date, reason, id, other_id
