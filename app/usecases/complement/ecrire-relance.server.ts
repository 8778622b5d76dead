import type { Systeme } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { finDeJournee, jourDeParis } from '#domain/temps/jour'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import type { RelanceLue } from '#infra/stores/complement/relance'

export type Rappel = RelanceLue & { courriel: CourrielCompose }

type Ecriture = { acteur: Agent | Systeme; dossierId: string; le: Date; partirLe: Date | null }

/** Writes the reminder, the day it was made and its trace. Its key is of the request and the day: twice on one day writes one. */
export async function ecrireRelance(tx: Tx, { genre, complement, courriel, elements }: Rappel, ecriture: Ecriture) {
  const { acteur, dossierId, le, partirLe } = ecriture
  await tx.demandeComplement.update({
    where: { id: complement.id },
    data: { relancesLe: { push: le }, version: { increment: 1 } },
    select: { id: true },
  })
  await promettreCourriel(tx, acteur, {
    cleUnique: cleUnique('relance', `${complement.id}/${jourDeParis(le)}`),
    mots: courriel,
    sujet: { dossierId },
    // Nobody having asked for it, what it tells is that the limit has passed.
    faitLe: acteur.type === 'SYSTEME' && genre === 'LIMITE_PASSEE' ? finDeJournee(complement.limite) : le,
    creeLe: le,
    partirLe,
    reponse: {},
  })
  const detail = {
    demandeId: complement.id,
    genre,
    attendus: elements.length,
    limite: complement.limite,
    courrielA: courriel.destinataire,
  }
  await writeJournal(tx, acteur, { acte: 'relancer', objet: 'dossier', objetId: dossierId, detail, le })
}
