/** Names a cell where its row is a card (`cards.module.css`); an empty name makes it the card's title. */
export function cardLabel(label: string): object {
  return { 'data-label': label };
}
