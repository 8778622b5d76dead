import type { Acteur } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import type { Redacteur } from '#domain/courriel/signature'
import { cleDeDemande, type GenreDemandeBilan } from '#domain/suite-accord/demande-de-bilan'
import type { Jour } from '#domain/temps/jour'
import { courrielDeDemandeDeBilan } from '#emails/courriel-de-dossier'
import { promettreCourriel, reprendreCourriel, retirerPromesse } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { adressePublique } from '#infra/jeton'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import { adresseDuBilan } from '#libelles/demandeur/adresses'

type AEcrire = {
  bilan: { id: string; duLe: Jour; motif: string; complementLe: Date | null }
  genre: GenreDemandeBilan
  redacteur: Redacteur | null
  le: Date
  /** When what it tells happened. */
  faitLe: Date
  partirLe: Date
}

/** Writes the mail that asks for a bilan, or for what is missing of it; gives to whom, null for nobody to write to. Its fact is written first. */
export async function ecrireDemandeDeBilan(
  tx: Tx,
  acteur: Acteur,
  dossier: DossierCharge,
  { bilan: { id, duLe, motif, complementLe }, genre, redacteur, le, faitLe, partirLe }: AEcrire,
): Promise<string | null> {
  const extranet = dossier.origine === 'EXTRANET' ? { ou: adressePublique(adresseDuBilan(dossier.id)) } : null
  const mots = courrielDeDemandeDeBilan(dossier, { genre, duLe, motif, extranet }, { now: le, redacteur })
  await promettreCourriel(tx, acteur, {
    cleUnique: cleDeDemande(id, genre, complementLe),
    mots,
    sujet: { dossierId: dossier.id },
    ...{ faitLe, creeLe: le, partirLe, reponse: {} },
  })
  return mots?.destinataire ?? null
}

/** Takes back what was to be told of a bilan to complete and has not left: it is thought otherwise, or it came. */
export async function reprendreComplement(tx: Tx, bilanId: string): Promise<void> {
  const genres: readonly GenreDemandeBilan[] = ['COMPLEMENT', 'RAPPEL']
  const attendent = await tx.courriel.findMany({
    where: {
      OR: genres.map((genre) => ({ cleUnique: { startsWith: cleUnique('demande-bilan', `${bilanId}/${genre}/`) } })),
      etat: { in: ['A_ENVOYER', 'RETENU'] },
    },
    select: { id: true, cleUnique: true, etat: true },
  })
  for (const { id, cleUnique: cle, etat } of attendent) {
    // What the relay has carried is looked at by the gate as it leaves, and held there.
    if (etat === 'RETENU' || (await retirerPromesse(tx, id))) await reprendreCourriel(tx, cle)
  }
}
