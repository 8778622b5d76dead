/** What the bannette of fiches may be narrowed by: the parameters of its address. Each has its SQL and its reading of the address, or nothing compiles. */
export type FiltrePreProjets =
  'campagne' | 'genre' | 'etat' | 'avis' | 'horsDelai' | 'agent' | 'fil' | 'depuis' | 'jusqua' | 'q'
