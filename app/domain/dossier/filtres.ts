/** What the bannette of dossiers may be narrowed by: the parameters of its address. Each has its SQL and its reading of the address, or nothing compiles. */
export type FiltreDossiers =
  'campagne' | 'etat' | 'completude' | 'recevabilite' | 'piece' | 'genre' | 'agent' | 'fil' | 'depuis' | 'jusqua' | 'q'
