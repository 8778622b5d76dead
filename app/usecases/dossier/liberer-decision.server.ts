import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { reprenableJusquA } from '#domain/courriel/reprise-decision'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { droitDe } from '#domain/dossier/etat'
import { liberer, type RefusLiberationDeDecision } from '#domain/notification-de-decision/liberation-de-decision'
import { no, ok, type Result } from '#domain/result'
import { reglagesDe } from '#emails/courriel-de-dossier'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { voteDeDecision } from '#infra/stores/seance/seance'
import { envoiDeCourriel } from '#jobs/catalogue'
import type { Prisma } from '#prisma'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Liberee = { decision: Prisma.DecisionGetPayload<object>; courriel: Prisma.CourrielGetPayload<object> }

/**
 * Lets a decision of a vote held elsewhere be told, by somebody else than who took it: its mail leaves once the time in which the decision can be taken back,
 * which begins again, is over. What else holds that mail still does, and is then what it is held for. Throws Forbidden, NotFound, Conflict.
 */
export const libererDecision = (
  deps: DepsActe,
  agent: Agent,
  vise: Vise,
): Promise<Result<Liberee, RefusLiberationDeDecision>> =>
  agirSurDossier<Liberee, RefusLiberationDeDecision>(deps, agent, {
    ...vise,
    droit: droitDe('accorder'),
    decider: async ({ tx, dossier: { decision } }) => {
      const cle = decision && cleUnique('decision', decision.id)
      const courriel = cle && (await tx.courriel.findUnique({ where: { cleUnique: cle } }))
      const permis = liberer({ decision, courriel: courriel || null }, agent.id)
      if (!permis.ok) return permis
      return decision && courriel ? ok({ decision, courriel }) : no('PAS_A_LIBERER')
    },
    ecrire: async ({ tx, dossier, value: { decision, courriel }, le }) => {
      const reprenableA = reprenableJusquA(le, reglagesDe(dossier).attenteDecisionMinutes)
      await tx.decision.update({
        where: { id: decision.id },
        data: { libereeParId: agent.id, libereeLe: le, reprenableA },
        select: { id: true },
      })
      const retenu = await remettreALaPorte(tx, courriel, { le, partirLe: reprenableA })
      const { deliberation } = (await voteDeDecision(tx, decision)) ?? {}
      await writeJournal(tx, agent, {
        acte: 'libererDecision',
        objet: 'dossier',
        objetId: dossier.id,
        detail: {
          ...{ nature: decision.nature, montantCents: decision.montantCents?.toString() ?? null },
          ...{ deliberation: deliberation?.reference ?? null, courrielA: courriel.destinataire, retenue: retenu },
        },
        le,
      })
    },
  })

/** The gate is asked again of a held mail whose decision was just read, which is what it now tells: why it is still held, or null where it leaves. Throws Conflict. */
async function remettreALaPorte(
  tx: Tx,
  courriel: Liberee['courriel'],
  { le, partirLe }: { le: Date; partirLe: Date | null },
): Promise<MotifRetenue | null> {
  const permis = await permisDePartir(tx, { ...courriel, faitLe: le }, partirLe ?? le)
  const { count } = await tx.courriel.updateMany({
    where: { id: courriel.id, version: courriel.version, etat: 'RETENU' },
    data: {
      ...(permis.ok
        ? { etat: 'A_ENVOYER', motifRetenue: null, partirLe, tentatives: 0 }
        : { motifRetenue: permis.reason, partirLe: null }),
      faitLe: le,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new Conflict('courriel', courriel.id)
  if (!permis.ok) return permis.reason
  await promiseJob(tx, envoiDeCourriel, { courrielId: courriel.id }, partirLe ?? undefined)
  return null
}
