import type { Acteur } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import type { Jour } from '#domain/temps/jour'
import { demandeAvis, type GenreDemandeAvis } from '#emails/modeles/demande-avis'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'

type AEcrire = {
  id: string
  prenom: string
  nom: string
  courriel: string
  objet: string
  structure: string
  jusquAu: Jour
}

type Envoi = { genre: GenreDemandeAvis; le: Date; partirLe: Date | null }

/**
 * Promises the mail that gives an expert their link. It is filed under no dossier: what is written about one is shown to its structure, and this
 * never is.
 */
export async function ecrireALExpert(tx: Tx, acteur: Acteur, avis: AEcrire, { genre, le, partirLe }: Envoi) {
  const { id, prenom, nom, courriel, objet, structure, jusquAu } = avis
  await promettreCourriel(tx, acteur, {
    cleUnique: cleUnique('avis-expert', genre === 'PROLONGATION' ? `${id}/${genre}/${jusquAu}` : `${id}/${genre}`),
    mots: {
      ...{ modele: 'demande_avis', destinataire: courriel, destinataireNom: `${prenom} ${nom}` },
      ...demandeAvis({ genre, expert: { prenom, nom }, objet, structure, jusquAu }),
      signature: null,
    },
    ...{ sujet: null, faitLe: le, creeLe: le, partirLe, reponse: {} },
  })
}
