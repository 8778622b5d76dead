import type { Agent } from '#domain/acces/droits'
import type { Montant } from '#domain/budget/montant'
import { totalVerse } from '#domain/suite-accord/versement'
import { departDuCourriel } from '#domain/dossier/deverrouillage'
import { no, ok, type Result } from '#domain/result'
import {
  type BilanJuge,
  jugerBilan as juger,
  montantARendre,
  montantDu,
  type RefusBilan,
  type VerdictBilan,
} from '#domain/suite-accord/bilan-de-projet'
import { limiteDuComplement } from '#domain/suite-accord/demande-de-bilan'
import { fromDate, type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import { reglagesDe } from '#emails/courriel-de-dossier'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'
import type { Prisma } from '#prisma'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { ecrireDemandeDeBilan, reprendreComplement } from '#usecases/suite-accord/ecrire-demande-de-bilan'

type Juge = BilanJuge & { aRendreCents: Montant | null; duCents: Montant | null }

/**
 * Says what is thought of a bilan that came: in order, with what was really spent, from which what is due and what is to be given back are worked out and kept; or to
 * complete, and why, which a mail tells its structure after the time to think otherwise. No mail asks for what is to be given back: an officer does.
 * Throws Forbidden, NotFound, Conflict.
 */
export const jugerBilan = (
  deps: DepsActe,
  agent: Agent,
  {
    verdict,
    motif,
    depenseCents,
    ...vise
  }: Vise & { verdict: VerdictBilan; motif: string; depenseCents: Montant | null },
): Promise<Result<Juge, RefusBilan>> =>
  agirSurDossier<Juge, RefusBilan>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) => {
      const accord = await accordDe(tx, dossier, le)
      if (!accord) return no('SANS_BILAN')
      const answer = juger(await bilanDe(tx, dossier.id), { verdict, motif, depenseCents })
      if (!answer.ok) return answer
      if (answer.value.verdict === 'A_COMPLETER') return ok({ ...answer.value, aRendreCents: null, duCents: null })
      const verseCents = totalVerse(await versementsDe(tx, dossier.id))
      const { montantCents } = accord
      const { coutTotalCents } = dossier
      const depense = { montantCents, verseCents, coutTotalCents, depenseCents: answer.value.depenseCents }
      return ok({ ...answer.value, aRendreCents: montantARendre(depense), duCents: montantDu(depense) })
    },
    ecrire: async ({ tx, dossier, value, le }) => {
      const { id } = dossier
      const complement = await ecrireJugement(tx, agent, dossier, { juge: value, le })
      await writeJournal(tx, agent, {
        ...{ acte: 'jugerBilan', objet: 'dossier', objetId: id },
        detail: {
          ...{ verdict: value.verdict, motif: value.verdict === 'A_COMPLETER' ? value.motif : '', ...complement },
          depenseCents: value.verdict === 'CONFORME' ? value.depenseCents.toString() : null,
          aRendreCents: value.aRendreCents?.toString() ?? null,
        },
        le,
      })
    },
  })

/**
 * What is thought of it in place of what was thought before, of which nothing that has not left is told. To complete, it has a later last day where that is
 * near, and its structure is told; gives until when and to whom.
 */
async function ecrireJugement(
  tx: Tx,
  agent: Agent,
  dossier: DossierCharge,
  { juge, le }: { juge: Juge; le: Date },
): Promise<{ duLe?: Jour; courrielA?: string | null }> {
  const lu = await tx.bilanDeProjet.findUniqueOrThrow({ where: { dossierId: dossier.id } })
  await reprendreComplement(tx, lu.id)
  const initial = fromDate(lu.duLeAvant ?? lu.duLe)
  const { aRendreCents, duCents } = juge
  const dit = { jugeLe: le, jugeParId: agent.id, aRendreCents, duCents, rappelLe: null }
  const ecrire = (data: Prisma.BilanDeProjetUncheckedUpdateInput) =>
    tx.bilanDeProjet.update({ where: { id: lu.id }, data: { ...dit, ...data }, select: { id: true } })
  if (juge.verdict === 'CONFORME') {
    const { verdict, depenseCents } = juge
    await ecrire({ verdict, motif: '', depenseCents, duLe: toDate(initial), duLeAvant: null, complementLe: null })
    return {}
  }
  const { verdict, motif } = juge
  const duLe = limiteDuComplement(initial, jourDeParis(le), reglagesDe(dossier).complementJours)
  const duLeAvant = duLe === initial ? null : toDate(initial)
  await ecrire({ verdict, motif, depenseCents: null, duLe: toDate(duLe), duLeAvant, complementLe: le })
  const courrielA = await ecrireDemandeDeBilan(tx, agent, dossier, {
    bilan: { id: lu.id, duLe, motif, complementLe: le },
    ...{ genre: 'COMPLEMENT', redacteur: await loadRedacteur(tx, agent.id) },
    ...{ le, faitLe: le, partirLe: departDuCourriel(le) },
  })
  return { duLe, courrielA }
}
