// title: Who held which post
// topic: years
// summary: Lists who is named in which post, and from which meeting to which the loaded minutes show it.
// parameters:
//   person: {type: name, of: [Person], description: "Who holds it.", example: Gareth Pellow}
//   post: {type: name, of: [Post], description: "The post.", example: Chief Constable}
//   body: {type: name, of: [Body], description: "The body that the post belongs to.", example: Ellershire Police}
//   from: {type: from, description: "Leaves out who was last seen before this day.", example: "2018"}
//   to: {type: to, description: "Leaves out who was first seen after this day.", example: "2022-06"}
// columns:
//   post: The post.
//   body: The body that it belongs to, empty where the minutes do not say.
//   person: Who is named in it.
//   first_seen: The date of the first meeting that shows it.
//   last_seen: The date of the last meeting that shows it.
//   next_shown: The date of the first later meeting that shows somebody else in the post; who held it in between is not shown.
//   acting: "Whether acting, temporary or interim."
//   as_written: The role as the minutes print it.
//   id: The person's id, for `kg query evidence`.
// example: kg query who-held-which-post --post "Chief Constable"
OPTIONAL MATCH (b:Body)<-[:OF]-(x:Post) WHERE b.name IN $body
WITH collect(x.id) AS of_body
MATCH (who:Person)-[h:HELD]->(p:Post)
WHERE ($body IS NULL OR p.id IN of_body)
  AND ($person IS NULL OR who.name IN $person)
  AND ($post IS NULL OR p.name IN $post)
  AND ($from IS NULL OR h.last_seen >= $from) AND ($to IS NULL OR h.first_seen <= $to)
OPTIONAL MATCH (p)-[:OF]->(b:Body)
CALL (who, h, p) {
  OPTIONAL MATCH (p)<-[x:HELD]-(other:Person) WHERE other.id <> who.id AND x.first_seen > h.last_seen
  RETURN min(x.first_seen) AS next_shown
}
RETURN p.name AS post, b.name AS body, who.name AS person, h.first_seen AS first_seen, h.last_seen AS last_seen,
       next_shown, h.acting AS acting, h.as_written AS as_written, who.id AS id
ORDER BY post, body, first_seen, last_seen, person, acting, id
