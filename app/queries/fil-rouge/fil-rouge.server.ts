import { lireConseils, suiviDe } from '#domain/pre-projet/conseils'
import { ecartsDe, type Etape } from '#domain/pre-projet/ecarts'
import { lireChamps } from '#domain/pre-projet/champs'
import type { EtatRapprochement } from '#domain/fil-rouge/fil-rouge'
import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import type { Prisma } from '#prisma'

const TIE = { id: true, etat: true, score: true, motif: true, par: true, le: true } as const

const jourDe = (date: Date | null) => date && fromDate(date)

const FICHE = {
  id: true,
  version: true,
  titre: true,
  structureNom: true,
  siret: true,
  pays: true,
  ville: true,
  dateDebut: true,
  dateFin: true,
  nbJeunes: true,
  coutTotalCents: true,
  montantSouhaiteCents: true,
  champs: true,
  recuLe: true,
  inviteLe: true,
  etat: true,
  avis: true,
  avisTexte: true,
  avisLe: true,
  examen: true,
} as const satisfies Prisma.PreProjetSelect

const DOSSIER = {
  objet: true,
  pays: true,
  villePartenaire: true,
  projetDebut: true,
  projetFin: true,
  nbParticipants: true,
  coutTotalCents: true,
  montantDemandeCents: true,
  deposeLe: true,
  structure: { select: { nom: true, siret: true } },
} as const satisfies Prisma.DossierSelect

type Fiche = Prisma.PreProjetGetPayload<{ select: typeof FICHE }>

const annonceDe = (fiche: Fiche): Etape => ({
  titre: fiche.titre,
  structure: fiche.structureNom,
  siret: fiche.siret,
  pays: fiche.pays,
  ville: fiche.ville,
  partenaire: lireChamps(fiche.champs).partenaire?.valeur ?? '',
  dateDebut: jourDe(fiche.dateDebut),
  dateFin: jourDe(fiche.dateFin),
  participants: fiche.nbJeunes,
  coutTotalCents: fiche.coutTotalCents,
  montantCents: fiche.montantSouhaiteCents,
})

const deposeDe = (dossier: Prisma.DossierGetPayload<{ select: typeof DOSSIER }>): Etape => ({
  titre: dossier.objet,
  structure: dossier.structure.nom,
  siret: dossier.structure.siret,
  pays: dossier.pays,
  ville: dossier.villePartenaire,
  partenaire: '',
  dateDebut: jourDe(dossier.projetDebut),
  dateFin: jourDe(dossier.projetFin),
  participants: dossier.nbParticipants,
  coutTotalCents: dossier.coutTotalCents,
  montantCents: dossier.montantDemandeCents,
})

/** Ties shown at once, the surest first. */
const MONTRES = 10

/** What a dossier was before it was deposited: each fiche it may come from, announced, advised, and how far the deposit has moved from it. */
export async function filRougeDuDossier(db: Db, dossierId: string) {
  const [dossier, liens] = await Promise.all([
    db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: DOSSIER }),
    db.rapprochement.findMany({
      where: { dossierId },
      orderBy: [{ score: 'desc' }, { id: 'asc' }],
      take: MONTRES,
      select: { ...TIE, preProjet: { select: FICHE } },
    }),
  ])
  const depose = deposeDe(dossier)
  return {
    depose,
    deposeLe: jourDe(dossier.deposeLe),
    liens: liens
      .toSorted((a, b) => ORDRE[a.etat] - ORDRE[b.etat])
      .map(({ preProjet, ...lien }) => {
        const annonce = annonceDe(preProjet)
        const ecarts = ecartsDe(annonce, depose)
        const { id, recuLe, inviteLe, avis, avisTexte, avisLe, examen } = preProjet
        return {
          ...lien,
          fiche: { id, recuLe, inviteLe, avis, avisTexte, avisLe },
          annonce,
          ecarts,
          conseils: lireConseils(examen).map((conseil) => ({ ...conseil, suivi: suiviDe(conseil, ecarts) })),
        }
      }),
  }
}

const ORDRE: Record<EtatRapprochement, number> = { CONFIRME: 0, PROPOSE: 1, ECARTE: 2 }

/** What a fiche became: the dossiers it may be, the confirmed one first, what was set aside last. */
export async function filRougeDeLaFiche(db: Db, preProjetId: string) {
  const liens = await db.rapprochement.findMany({
    where: { preProjetId },
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
    take: MONTRES,
    select: { ...TIE, dossier: { select: { numero: true, objet: true } } },
  })
  return liens.toSorted((a, b) => ORDRE[a.etat] - ORDRE[b.etat])
}
