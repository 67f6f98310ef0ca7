/** A list that always comes whole. */
export const wholeList = <Item>(data: Item[]): { object: 'list'; data: Item[] } => ({
  object: 'list',
  data,
})
