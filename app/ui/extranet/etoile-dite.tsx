/** What the star of a field means, told before the first of them. */
export const EtoileDite = () => <p>Une étoile (*) marque ce qu’il faut remplir.</p>
