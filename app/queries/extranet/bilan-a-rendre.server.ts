import type { Demandeur } from '#domain/acces/acteur'
import { seMontre } from '#domain/piece/depot'
import { etatDuBilan } from '#domain/suite-accord/bilan-de-projet'
import {
  aReprendreDuBilan,
  lireBilan,
  lireReponsesBilan,
  refuseesDuBilan,
  verifierFichiersDuBilan,
} from '#domain/suite-accord/bilan-rendu'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { dossierDuMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { type BilanRenduCharge, bilanPour, bilansRendus, prevuDe } from '#infra/stores/suite-accord/bilan-rendu'
import { phraseDeRendre } from '#libelles/demandeur/rendre-bilan'

const fichiersDe = ({ fichiers }: BilanRenduCharge) =>
  fichiers.map(({ id, code, nomFichier, taille, recueLe, recuePar: par, typeMime, analyse }) => ({
    ...{ id, code, nomFichier, taille, recueLe, par },
    ...{ seMontre: seMontre(typeMime), infecte: analyse === 'INFECTE' },
  }))

/**
 * The bilan of a grant as its structure sees it: what is owed and until when, what is being written of it, and each version that was given, the last first.
 * Null where they were told of no grant. Throws NotFound for a dossier that is not of a structure of theirs.
 */
export async function bilanARendre(db: Db, demandeur: Demandeur, { id, now }: { id: string; now: Date }) {
  return lireBilanARendre(db, await dossierDuMembre(db, demandeur.id, id), now)
}

type Vu = Parameters<typeof bilanPour>[1]

/** The same, asked by who may see the dossier, as somebody who is this in its structure. */
export async function lireBilanARendre(db: Db, vu: Vu, now: Date) {
  const { id } = vu
  const { dossier, dite, accord, bilan, permis } = await bilanPour(db, vu, now)
  if (!dite || !accord || !bilan) return null
  const today = jourDeParis(now)
  const contexte = { prevu: prevuDe(dossier, accord.montantCents), today }
  const { motif } = await db.bilanDeProjet.findUniqueOrThrow({ where: { dossierId: id }, select: { motif: true } })
  const versions = await bilansRendus(db, id)
  const [dernier] = versions
  const reponses = lireReponsesBilan(dernier?.reponses)
  const fichiers = dernier ? fichiersDe(dernier) : []
  const verifies = verifierFichiersDuBilan(dernier?.fichiers ?? [])
  return {
    ...{ id, numero: dossier.numero, objet: dossier.objet, duLe: bilan.duLe, recuLe: bilan.recuLe },
    etat: etatDuBilan(bilan, today),
    motif: bilan.verdict === 'A_COMPLETER' ? motif : '',
    empechement: permis.ok ? null : permis.reason,
    /** In words, where it is not that it was given already. */
    empechementDit: permis.ok || permis.reason === 'DEJA_RENDU' ? '' : phraseDeRendre(permis.reason),
    prevu: { ...contexte.prevu, participants: dossier.nbParticipants },
    enCours: {
      ...{ version: dernier?.version ?? 0, reponses, fichiers },
      changeLe: dernier && dernier.renduLe === null ? dernier.changeLe : null,
      refusees: refuseesDuBilan(reponses, contexte),
      aReprendre: aReprendreDuBilan(reponses, contexte),
      donne: lireBilan(reponses, contexte),
      refusDesFichiers: verifies.ok ? null : { reason: verifies.reason, detail: verifies.detail ?? '' },
    },
    rendus: versions.flatMap((un) => {
      const { rang, renduLe, renduPar, debut, fin, participants, depenseCents, subventionCents } = un
      if (!renduLe || !debut || !fin) return []
      const { compteRendu = '', ecarts = '' } = lireReponsesBilan(un.reponses)
      return [
        {
          ...{ rang, renduLe, renduPar, debut: fromDate(debut), fin: fromDate(fin), compteRendu, ecarts },
          ...{ participants: participants ?? 0, depenseCents: depenseCents ?? 0n },
          ...{ subventionCents: subventionCents ?? 0n, fichiers: fichiersDe(un) },
        },
      ]
    }),
  }
}

/** One file of a bilan of this dossier. Throws NotFound for a dossier that is not theirs, and for a file that is not of it. */
export async function fichierDuBilan(
  db: Db,
  demandeur: Demandeur,
  { id, fichierId }: { id: string; fichierId: string },
) {
  await dossierDuMembre(db, demandeur.id, id)
  const fichier = await db.fichierDeBilan.findFirst({
    where: { id: fichierId, bilanRendu: { bilan: { dossierId: id } } },
  })
  if (!fichier) throw new NotFound('fichier', fichierId)
  const { nomFichier: nom, typeMime, cle, analyse } = fichier
  return { nom, typeMime, cle, analyse }
}
