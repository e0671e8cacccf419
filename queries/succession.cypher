// title: Succession in a post
// topic: years
// summary: Lists who followed whom in a post, with the time between in which the loaded minutes show neither.
// parameters:
//   person: {type: name, of: [Person], description: "Who went or came.", example: Gareth Pellow}
//   post: {type: name, of: [Post], description: "The post.", example: Chief Constable}
//   body: {type: name, of: [Body], description: "The body that the post belongs to.", example: Ellershire Police}
//   from: {type: from, description: "Leaves out who came before this day.", example: "2018"}
//   to: {type: to, description: "Leaves out who came after this day.", example: "2022-06"}
// columns:
//   post: The post.
//   body: The body that it belongs to, empty where the minutes do not say.
//   person: Who held it first.
//   last_seen: The date of the last meeting that shows them in it.
//   successor: Who is shown in it next.
//   first_seen: The date of the first meeting that shows the successor in it.
//   acting: "Whether the successor is acting, temporary or interim."
//   others_meanwhile: Who else is shown in the post then, all of them acting, temporary or interim.
//   id: The successor's id, for `kg query evidence`.
// note: Where somebody else, not acting, is shown in the post meanwhile, several hold it at once, as councillors do, and nobody followed anybody. The change lies somewhere between the two dates; whoever held the post in between is not shown.
// example: kg query succession --post "Chief Constable"
OPTIONAL MATCH (b:Body)<-[:OF]-(x:Post) WHERE b.name IN $body
WITH collect(x.id) AS of_body
OPTIONAL MATCH (a:Person)-[:HELD]->(x:Post) WHERE a.name IN $person
WITH of_body, collect(x.id) AS held
MATCH (who:Person)-[h:HELD]->(p:Post)<-[n:HELD]-(successor:Person)
WHERE ($body IS NULL OR p.id IN of_body) AND ($person IS NULL OR p.id IN held) AND who.id <> successor.id AND h.last_seen < n.first_seen
  AND ($person IS NULL OR who.name IN $person OR successor.name IN $person)
  AND ($post IS NULL OR p.name IN $post)
  AND ($from IS NULL OR n.first_seen >= $from) AND ($to IS NULL OR n.first_seen <= $to)
  AND NOT EXISTS {
    MATCH (p)<-[x:HELD]-(between:Person)
    WHERE between.id <> who.id AND x.first_seen > h.last_seen AND x.first_seen < n.first_seen
  }
  AND NOT EXISTS { MATCH (p)<-[x:HELD]-(who) WHERE x.last_seen > h.last_seen AND x.last_seen < n.first_seen }
  AND NOT EXISTS {
    MATCH (p)<-[x:HELD]-(beside:Person)
    WHERE beside.id <> who.id AND beside.id <> successor.id AND NOT x.acting
      AND x.first_seen <= n.first_seen AND x.last_seen >= h.last_seen
  }
OPTIONAL MATCH (p)-[:OF]->(b:Body)
CALL (who, h, p, n, successor) {
  OPTIONAL MATCH (p)<-[x:HELD]-(other:Person)
  WHERE other.id <> who.id AND other.id <> successor.id
    AND x.first_seen <= n.first_seen AND x.last_seen >= h.last_seen
  WITH DISTINCT other ORDER BY other.name, other.id
  RETURN collect(other.name) AS others_meanwhile
}
RETURN p.name AS post, b.name AS body, who.name AS person, h.last_seen AS last_seen, successor.name AS successor,
       n.first_seen AS first_seen, n.acting AS acting, others_meanwhile, successor.id AS id
ORDER BY post, body, first_seen, last_seen, person, successor, acting, id
