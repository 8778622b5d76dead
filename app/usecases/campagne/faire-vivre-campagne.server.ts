import { type Agent, requireDroit } from '#domain/acces/droits'
import { lireReglages } from '#domain/campagne/reglages'
import { type ActeCampagne, type EtatCampagne, faireVivre, type RefusVieCampagne } from '#domain/campagne/vie-campagne'
import { accusesTus } from '#domain/courriel/signature'
import { EN_COURS } from '#domain/dossier/etat'
import { ok, type Result } from '#domain/result'
import { fromDate, jourDeParis, toDate } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { campagneDuCode, lockCampagne } from '#infra/stores/campagne/version-exigences'
import { expectVersion } from '#infra/stores/dossier/dossier'

/** Opens, closes, opens again, puts away or takes out a campagne. Throws NotFound, Conflict, Forbidden. */
export async function faireVivreCampagne(
  { db, now }: Deps,
  agent: Agent,
  { code, version, acte }: { code: string; version: number; acte: ActeCampagne },
): Promise<Result<EtatCampagne, RefusVieCampagne>> {
  requireDroit(agent, 'campagne.regler')

  return db.$transaction(async (tx) => {
    const { id } = await campagneDuCode(tx, code)
    await lockCampagne(tx, id)
    const campagne = await campagneDuCode(tx, code)
    expectVersion('campagne', campagne, version)
    const dossiers = await tx.dossier.count({ where: { campagneId: id, etat: { in: [...EN_COURS] } } })
    const fiches = await tx.preProjet.count({
      where: { campagneId: id, etat: { in: ['A_TRAITER', 'A_RETRAVAILLER'] } },
    })
    const answer = faireVivre(
      {
        etat: campagne.etat,
        echeanceDepot: fromDate(campagne.echeanceDepot),
        fermeeLe: campagne.fermeeLe && fromDate(campagne.fermeeLe),
        exigencesPubliees: (await exigencesEnVigueur(tx, id)) !== null,
        sansSignataire: accusesTus(lireReglages(campagne.reglages, campagne.dispositif)) !== null,
        enCours: dossiers + fiches,
      },
      acte,
      jourDeParis(now()),
    )
    if (!answer.ok) return answer
    const { etat, fermeeLe } = answer.value
    await tx.campagne.update({
      where: { id },
      data: { etat, fermeeLe: fermeeLe && toDate(fermeeLe), version: { increment: 1 } },
    })
    const detail = { code, avant: campagne.etat, apres: etat }
    await writeJournal(tx, agent, { acte, objet: 'campagne', objetId: id, detail, le: now() })
    return ok(etat)
  })
}
