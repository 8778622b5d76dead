import { type Acteur, nomDActeur } from '#domain/acces/acteur'

/** How a row keeps who acted: the kind, the id in the table of that kind, and the name, which stays when the account goes. */
export const colonnesDActeur = (acteur: Acteur) => ({
  acteurType: acteur.type,
  acteurId: acteur.type === 'SYSTEME' ? null : acteur.id,
  acteur: nomDActeur(acteur),
})
