import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import {
  type Complement,
  demander,
  MINUTES_ANNULATION,
  type RefusComplement,
} from '#domain/complement/demande-complement'
import { droitDe, type Etat, suite } from '#domain/dossier/etat'
import type { ElementDemande } from '#domain/complement/complement'
import { ok, type Result } from '#domain/result'
import { type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import { courrielDeComplements } from '#emails/courriel-de-complement'
import { promettreCourriel } from '#infra/courriels'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { demandeEnAttente, type DemandeLue, rafraichirDelais } from '#infra/stores/complement/complement'
import { agirSurDossier, type Fait, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** `cles` are the kept elements this request takes; `remplace` the waiting request it takes the place of, null where none waits. */
export type AComplementer = Complement & { cles: readonly string[]; remplace: string | null }

type ComplementDemande = {
  elements: ElementDemande[]
  limite: Jour
  du: Jour
  attente: DemandeLue | null
  partirLe: Date
  /** Where the dossier stands from then on: one that is awaited already stays so. */
  apres: Etat
}

/**
 * Asks the demandeur for what is missing or wrong (CRPA L114-5): the request, the state, the clock, the mail and the trace are one
 * commit. The mail leaves 5 minutes later, and the clock stands still from the day it leaves.
 */
export const demanderComplements = (
  deps: DepsActe,
  agent: Agent,
  { dossierId, version, cles, ...complement }: Vise & AComplementer,
): Promise<Result<ComplementDemande, RefusComplement>> =>
  agirSurDossier<ComplementDemande, RefusComplement>(deps, agent, {
    dossierId,
    version,
    droit: droitDe('declarerIncomplet'),
    decider: async ({ tx, dossier, le }) => {
      const attente = await demandeEnAttente(tx, dossierId)
      const partirLe = new Date(le.getTime() + MINUTES_ANNULATION * 60_000)
      const situation = { etat: dossier.etat, enAttente: attente?.id ?? null }
      const answer = demander(situation, { ...complement, du: jourDeParis(partirLe) })
      if (!answer.ok) return answer
      return ok({ ...answer.value, attente, partirLe, apres: suite(dossier.etat, 'declarerIncomplet') ?? dossier.etat })
    },
    change: ({ apres }) => ({ etat: apres }),
    ecrire: (fait) => ecrireDemande(agent, fait, cles),
  })

async function ecrireDemande(
  agent: Agent,
  { tx, dossier, value, le }: Fait<ComplementDemande>,
  cles: readonly string[],
) {
  const { attente, elements, limite, du, partirLe, apres } = value
  if (attente) {
    const closed = { etat: 'REMPLACEE', leveeLe: toDate(du), version: { increment: 1 } } as const
    await tx.demandeComplement.update({ where: { id: attente.id }, data: closed, select: { id: true } })
  }
  const { id } = await tx.demandeComplement.create({
    data: {
      dossierId: dossier.id,
      elements,
      du: toDate(du),
      limite: toDate(limite),
      parId: agent.id,
      creeLe: le,
      etatAvant: dossier.etat,
      remplaceId: attente?.id ?? null,
    },
    select: { id: true },
  })
  await tx.elementRetenu.updateMany({
    where: { dossierId: dossier.id, demandeId: null, cle: { in: [...cles] } },
    data: { demandeId: id },
  })
  const rejetLe = await rafraichirDelais(tx, dossier.id)
  const ecriture = { now: partirLe, redacteur: await loadRedacteur(tx, agent.id) }
  const courriel = courrielDeComplements(dossier, { elements, limite, rejetLe }, ecriture)
  await promettreCourriel(tx, agent, {
    cleUnique: cleUnique('complement', id),
    mots: courriel,
    sujet: { dossierId: dossier.id },
    faitLe: le,
    creeLe: le,
    partirLe,
    reponse: {},
  })
  await writeJournal(tx, agent, {
    acte: 'demanderComplements',
    objet: 'dossier',
    objetId: dossier.id,
    detail: {
      demandeId: id,
      remplace: attente?.id ?? null,
      avant: dossier.etat,
      apres,
      pieces: elements.flatMap(({ code }) => code ?? []),
      elements: elements.length,
      limite,
      rejetLe,
      courrielA: courriel?.destinataire ?? null,
    },
    le,
  })
}
