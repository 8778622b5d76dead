import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { parseNumero } from '#domain/dossier/numero'
import { rapprocher, type RefusFilRouge } from '#domain/fil-rouge/fil-rouge'
import { no, ok, type Result } from '#domain/result'
import { phraseRaisons } from '#libelles/fil-rouge'
import type { Deps } from '#infra/deps'
import { dejaTenu, loadPaire, lockBouts } from '#infra/stores/fil-rouge/rapprochement'
import { tracerRapprochement } from '#usecases/fil-rouge/agir-sur-rapprochement'

/** An officer says themselves which dossier this fiche became, whatever the rule thinks of it. Throws NotFound for an unknown fiche. */
export async function rattacherDossier(
  { db, now }: Deps,
  agent: Agent,
  { preProjetId, numero: dit }: { preProjetId: string; numero: string },
): Promise<Result<string, RefusFilRouge>> {
  requireDroit(agent, 'pre-projet.examiner')
  const numero = parseNumero(dit)
  if (!numero) return no('NUMERO_INVALIDE')

  return db.$transaction(async (tx) => {
    const dossier = await tx.dossier.findUnique({ where: { numero }, select: { id: true } })
    if (!dossier) return no('DOSSIER_INCONNU')
    const bouts = { preProjetId, dossierId: dossier.id }
    const paire = await loadPaire(tx, bouts)
    await lockBouts(tx, bouts)
    const tenu = await dejaTenu(tx, bouts)
    if (tenu) return no(tenu)
    const { score, raisons } = rapprocher(paire.fiche, paire.dossier)
    const le = now()
    const dite = { etat: 'CONFIRME' as const, par: nomDActeur(agent), le }
    await tx.rapprochement.upsert({
      where: { preProjetId_dossierId: bouts },
      create: { ...bouts, ...dite, score, motif: `Rattaché à la main. ${phraseRaisons(raisons)}` },
      update: dite,
    })
    await tracerRapprochement(tx, agent, { acte: 'rattacherDossier', ...bouts, numero, le })
    return ok(numero)
  })
}
