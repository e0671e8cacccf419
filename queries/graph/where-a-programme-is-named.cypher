// title: Where a programme is named
// topic: years
// summary: Draws programmes with the agenda items that name them and the meetings of these.
// parameters:
//   programme: {type: name, of: [Programme], description: "The programme.", example: Project Lantern}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   path: "From the place that names it to the programme, or from there to the meeting."
// note: The latest 60 places are drawn.
MATCH (p:Programme)<-[r:MENTIONS]-(place)
WHERE ($programme IS NULL OR p.name IN $programme)
  AND ($from IS NULL OR r.date >= $from) AND ($to IS NULL OR r.date <= $to)
WITH DISTINCT p, place ORDER BY coalesce(place.date, '') DESC, place.id, p.id LIMIT 60
CALL (p, place) {
  MATCH path = (p)<-[:MENTIONS]-(place)
  RETURN path
  UNION ALL
  MATCH path = (place)-[:PART_OF*1..3]->(:Meeting)
  RETURN path
}
RETURN path
