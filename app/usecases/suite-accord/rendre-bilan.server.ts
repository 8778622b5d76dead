import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { no, ok, type Result } from '#domain/result'
import {
  lireBilan,
  lireReponsesBilan,
  type RefusDeRendreBilan,
  verifierFichiersDuBilan,
} from '#domain/suite-accord/bilan-rendu'
import { jourDeParis, toDate } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'
import {
  bilanDuMembre,
  bilansRendus,
  fichierDeBilanEnVol,
  marquerBilanChange,
  prevuDe,
} from '#infra/stores/suite-accord/bilan-rendu'
import { ecrireReception } from '#usecases/suite-accord/recevoir-bilan'

/**
 * A structure gives its bilan: it changes no more, and has come as an officer would say it has (recevoirBilan), today. `version` is that of what was shown
 * to who swears it. Given twice, it is given once (DEJA_RENDU). Throws NotFound for a dossier that is not of a structure of theirs.
 */
export const rendreBilan = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { dossierId, version }: { dossierId: string; version: number },
): Promise<Result<undefined, RefusDeRendreBilan>> =>
  db.$transaction(async (tx): Promise<Result<undefined, RefusDeRendreBilan>> => {
    await lockDossier(tx, dossierId)
    const le = now()
    const { dossier, accord, permis } = await bilanDuMembre(tx, demandeur, { dossierId, le })
    if (!permis.ok) return permis
    const [tenu] = await bilansRendus(tx, dossierId)
    if (!tenu || !accord) return no('A_REPRENDRE')
    if (tenu.renduLe !== null) return no('INCHANGE')
    if (tenu.version !== version) return no('CHANGE', tenu.changePar)
    const contexte = { prevu: prevuDe(dossier, accord.montantCents), today: jourDeParis(le) }
    const donne = lireBilan(lireReponsesBilan(tenu.reponses), contexte)
    if (!donne) return no('A_REPRENDRE')
    const enVol = await fichierDeBilanEnVol(tx, dossierId, le)
    if (enVol !== null) return no('FICHIER_EN_VOL', enVol)
    const fichiers = verifierFichiersDuBilan(tenu.fichiers)
    if (!fichiers.ok) return fichiers

    await claimVersion(tx, dossier)
    const par = nomDActeur(demandeur)
    const { debut, fin, ...chiffres } = donne
    await tx.bilanRendu.update({
      where: { id: tenu.id },
      data: { ...chiffres, debut: toDate(debut), fin: toDate(fin), renduLe: le, renduPar: par },
      select: { id: true },
    })
    await marquerBilanChange(tx, tenu.id, { par, le })
    await ecrireReception(tx, dossierId, permis.value)
    await writeJournal(tx, demandeur, {
      ...{ acte: 'rendreBilan', objet: 'dossier', objetId: dossierId },
      detail: {
        ...{ rang: String(tenu.rang), debut, fin, participants: String(donne.participants) },
        ...{ depenseCents: donne.depenseCents.toString(), subventionCents: donne.subventionCents.toString() },
        fichiers: tenu.fichiers.map(({ nomFichier, sha256 }) => `${nomFichier} ${sha256}`),
      },
      le,
    })
    return ok()
  })
