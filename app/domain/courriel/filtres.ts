/** What the bannette of sent mails may be narrowed by: the parameters of its address. Each has its SQL and its reading of the address, or nothing compiles. */
export type FiltreCourriels = 'etat' | 'modele' | 'suite' | 'q'
