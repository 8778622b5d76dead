import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { MINUTES_ANNULATION } from '#domain/complement/demande-complement'
import { droitDe, seFait } from '#domain/dossier/etat'
import { etatRetrouve } from '#domain/dossier/instruction'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import { reprendreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import {
  demandeEnAttente,
  type DemandeLue,
  rafraichirDelais,
  rouvrirDemande,
} from '#infra/stores/complement/complement'
import { situationDuDossier } from '#infra/stores/dossier/situation'
import { agirSurDossier, type Fait, type Vise } from '#usecases/dossier/agir-sur-dossier'

export type RefusAnnulation = 'AUCUNE_DEMANDE' | 'COURRIEL_PARTI'

/**
 * Takes a request back before its mail leaves, as if it had never been: the dossier, its clock, what was kept to be asked and the
 * request it took the place of are as before.
 */
export const annulerComplements = (
  deps: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<DemandeLue, RefusAnnulation>> =>
  agirSurDossier<DemandeLue, RefusAnnulation>(deps, agent, {
    ...vise,
    droit: droitDe('annulerComplements'),
    decider: async ({ tx, dossier, le }) => {
      const complement = await demandeEnAttente(tx, dossier.id)
      if (complement?.etat !== 'OUVERTE') return no('AUCUNE_DEMANDE')
      const cle = cleUnique('complement', complement.id)
      const ecrit = await tx.courriel.count({ where: { cleUnique: cle } })
      const aTemps = le.getTime() < complement.creeLe.getTime() + MINUTES_ANNULATION * 60_000
      const retire = ecrit > 0 ? await reprendreCourriel(tx, cle) : aTemps
      return retire ? ok(complement) : no('COURRIEL_PARTI')
    },
    ecrire: (fait) => ecrireAnnulation(agent, fait),
  })

async function ecrireAnnulation(
  agent: Agent,
  { tx, dossier, value: { id, remplaceId, etatAvant }, le }: Fait<DemandeLue>,
) {
  await tx.demandeComplement.update({
    where: { id },
    data: { etat: 'ANNULEE', leveeLe: null, version: { increment: 1 } },
    select: { id: true },
  })
  if (remplaceId) await rouvrirDemande(tx, remplaceId, jourDeParis(le))
  const situation = await situationDuDossier(tx, dossier, le)
  const revient = seFait(dossier.etat, 'annulerComplements') && etatAvant
  const apres = revient ? etatRetrouve(revient, situation) : dossier.etat
  await tx.dossier.update({ where: { id: dossier.id }, data: { etat: apres }, select: { id: true } })
  await tx.elementRetenu.updateMany({ where: { demandeId: id }, data: { demandeId: null } })
  const rejetLe = await rafraichirDelais(tx, dossier.id)
  const detail = { demandeId: id, avant: dossier.etat, apres, rejetLe }
  await writeJournal(tx, agent, { acte: 'annulerComplements', objet: 'dossier', objetId: dossier.id, detail, le })
}
