import { etatDeConvention } from '#domain/suite-accord/accord'
import { etatDuBilan, montantARendre } from '#domain/suite-accord/bilan-de-projet'
import { totalVerse } from '#domain/suite-accord/versement'
import { annonceDesVersements } from '#domain/suite-accord/versement-dit'
import { seMontre } from '#domain/piece/depot'
import { lireReponsesBilan } from '#domain/suite-accord/bilan-rendu'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import { adresseDe } from '#emails/courriel-de-dossier'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { type BilanRenduCharge, bilansRendus, prevuDe } from '#infra/stores/suite-accord/bilan-rendu'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'

const PERSONNE = { select: { prenom: true, nom: true } } as const

/** A version that its structure gave, as officers read it; what would be to give back by it is proposed, and nothing else. What is being written is theirs. */
function versionRendue(rendu: BilanRenduCharge, rendre: (depenseCents: bigint) => bigint | null) {
  const { rang, renduLe, renduPar, debut, fin, participants, depenseCents, subventionCents, fichiers } = rendu
  if (!renduLe || !debut || !fin || participants === null || depenseCents === null || subventionCents === null)
    return []
  const { compteRendu = '', ecarts = '' } = lireReponsesBilan(rendu.reponses)
  return [
    {
      ...{ rang, renduLe, renduPar, debut: fromDate(debut), fin: fromDate(fin), participants, compteRendu, ecarts },
      ...{ depenseCents, subventionCents, proposeARendreCents: rendre(depenseCents) },
      fichiers: fichiers.map(({ id, code, nomFichier, taille, typeMime, analyse }) => ({
        ...{ id, code, nomFichier, taille, analyse, seMontre: seMontre(typeMime) },
      })),
    },
  ]
}

/** A file of a bilan that was given for this dossier: one that is still being written is not theirs to read. Throws NotFound. */
export async function fichierDeBilanRendu(db: Db, dossierId: string, fichierId: string) {
  const fichier = await db.fichierDeBilan.findFirst({
    where: { id: fichierId, bilanRendu: { renduLe: { not: null }, bilan: { dossierId } } },
  })
  if (!fichier) throw new NotFound('fichier', fichierId)
  const { nomFichier: nom, typeMime, cle, analyse } = fichier
  return { nom, typeMime, cle, analyse }
}

/** What follows the grant of a dossier: its convention, what was paid and its bilan; `accord` is null where it is not granted. */
export async function suitesDossier(db: Db, dossierId: string, now: Date) {
  const dossier = await loadDossier(db, dossierId)
  const accord = await accordDe(db, dossier, now)
  const gardes = await versementsDe(db, dossierId)
  const details = await db.versement.findMany({
    where: { dossierId },
    select: {
      ...{ id: true, saisiLe: true, par: PERSONNE },
      ...{ annuleLe: true, annulePar: PERSONNE, motifAnnulation: true },
    },
  })
  const verseCents = totalVerse(gardes)
  const bilan = await bilanDe(db, dossierId)
  const juge = await db.bilanDeProjet.findUnique({
    where: { dossierId },
    select: { motif: true, depenseCents: true, jugeLe: true, jugePar: PERSONNE },
  })
  const { coutTotalCents } = dossier
  const rendre = (depenseCents: bigint) =>
    accord && montantARendre({ montantCents: accord.montantCents, verseCents, coutTotalCents, depenseCents })
  return {
    version: dossier.version,
    accord: accord && {
      ...accord,
      etatConvention: etatDeConvention(accord.convention),
      verseCents,
      resteCents: accord.montantCents - verseCents,
    },
    bilan: bilan &&
      juge && {
        ...bilan,
        ...juge,
        etat: etatDuBilan(bilan, jourDeParis(now)),
        coutTotalCents,
        // As it is today: what was given back since is no longer to be.
        aRendreCents: juge.depenseCents === null ? null : rendre(juge.depenseCents),
        /** A structure reads there what was said of its bilan. */
        surLExtranet: dossier.origine === 'EXTRANET',
        prevu: { ...prevuDe(dossier, accord?.montantCents ?? 0n), participants: dossier.nbParticipants },
        verseCents,
        rendus: (await bilansRendus(db, dossierId)).flatMap((un) => versionRendue(un, rendre)),
      },
    annonce: annonceDesVersements(dossier.reprisLe !== null, adresseDe(dossier)),
    versements: gardes.flatMap((versement) => {
      const detail = details.find(({ id }) => id === versement.id)
      return detail ? [{ ...versement, ...detail }] : []
    }),
  }
}
