import { SYSTEME } from '#domain/acces/acteur'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import type { CourrielRendu } from '#emails/mise-en-page'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'

type Membre = { id: string; prenom: string }

type AEcrire = {
  modele: 'changement_reglement' | 'demande_a_deposer'
  /** What names the occasion; each member has a mail of it, and one only. */
  cle: string
  mots: (membre: Membre) => CourrielRendu
  /** When what is told came to be. */
  faitLe: Date
  le: Date
}

/** Writes of a demande to each member of its structure who may fill it in; gives of how many. A part of the act that has something to tell. */
export async function ecrireAQuiRemplit(
  tx: Tx,
  structureId: string,
  { modele, cle, mots, faitLe, le }: AEcrire,
): Promise<number> {
  const membres = await tx.membreDeStructure.findMany({
    where: { structureId, demandeur: { actif: true } },
    select: { role: true, demandeur: { select: { id: true, prenom: true, nom: true, courriel: true } } },
    orderBy: { demandeurId: 'asc' },
  })
  const ecrivent = membres.filter(({ role }) => peutRemplir(role))
  for (const { demandeur } of ecrivent)
    await promettreCourriel(tx, SYSTEME, {
      cleUnique: `${cle}/${demandeur.id}`,
      mots: {
        ...{ modele, destinataire: demandeur.courriel, destinataireNom: `${demandeur.prenom} ${demandeur.nom}` },
        ...mots(demandeur),
        signature: null,
      },
      sujet: null,
      ...{ faitLe, creeLe: le, partirLe: null, reponse: {} },
    })
  return ecrivent.length
}
