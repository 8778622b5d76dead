/** Characters of the name of a territoire. It stands apart from what knows every commune, which no browser needs. */
export const NOM_TERRITOIRE_MAX = 80
