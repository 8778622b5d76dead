import { reglable } from '#domain/campagne/vie-campagne'
import type { ValeursDeMessage } from '#domain/lot-actes/message-type'
import { motsDuTexte, USAGES_TEXTE, type UsageTexte } from '#domain/texte-type/texte-type'
import type { Db } from '#infra/db'
import { conversationDe } from '#infra/stores/courriel-recu/fil'

const VERSION = { numero: true, nom: true, corps: true, agent: true, creeLe: true } as const

/** The ready words by where they are offered, those that are retired, what each was, and the campagnes that one may be for. */
export async function pageTextesTypes(db: Db) {
  const [textes, campagnes] = await Promise.all([
    db.texteType.findMany({
      orderBy: [{ nom: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, usage: true, nom: true, corps: true, version: true, retireLe: true },
        campagne: { select: { code: true } },
        versions: { orderBy: { numero: 'desc' }, select: VERSION },
      },
    }),
    db.campagne.findMany({ orderBy: { code: 'desc' }, select: { code: true, libelle: true, etat: true } }),
  ])
  const ecrits = textes.map(({ campagne, ...texte }) => ({ ...texte, campagne: campagne?.code ?? '' }))
  const offerts = ecrits.filter(({ retireLe }) => retireLe === null)
  return {
    usages: USAGES_TEXTE.map((usage) => ({ usage, textes: offerts.filter((texte) => texte.usage === usage) })),
    retires: ecrits.filter(({ retireLe }) => retireLe !== null),
    campagnes: campagnes.flatMap(({ etat, ...campagne }) => (reglable(etat) ? [campagne] : [])),
  }
}

/** What is written about, by what the page knows of it; nothing where it is about none. */
export type Vise = {
  numero?: string
  dossierId?: string
  preProjetId?: string
  courrielRecuId?: string
  /** A lot, whose words are the same for all its dossiers: each reads its own later. */
  lotId?: string
}

type Lu = { campagneId: string | null; valeurs: Partial<ValeursDeMessage> }

async function dossierVise(db: Db, where: { numero: string } | { id: string }): Promise<Lu | null> {
  const dossier = await db.dossier.findFirst({
    where,
    select: { numero: true, objet: true, campagneId: true, structure: { select: { nom: true } } },
  })
  if (!dossier) return null
  const { numero, objet, campagneId, structure } = dossier
  return { campagneId, valeurs: { numero: numero ?? '', objet, structure: structure.nom } }
}

async function ficheVisee(db: Db, id: string): Promise<Lu | null> {
  const fiche = await db.preProjet.findUnique({
    where: { id },
    select: { titre: true, structureNom: true, campagneId: true },
  })
  return fiche && { campagneId: fiche.campagneId, valeurs: { objet: fiche.titre, structure: fiche.structureNom } }
}

async function viseDe(db: Db, { numero, dossierId, preProjetId, courrielRecuId }: Vise): Promise<Lu | null> {
  if (numero !== undefined) return dossierVise(db, { numero })
  if (dossierId !== undefined) return dossierVise(db, { id: dossierId })
  if (preProjetId !== undefined) return ficheVisee(db, preProjetId)
  if (courrielRecuId === undefined) return null
  const recu = await db.courrielRecu.findUnique({
    where: { id: courrielRecuId },
    select: { dossierId: true, preProjetId: true },
  })
  const fil = recu && conversationDe({ ...recu, courrielRecuId: null })
  if (!fil || 'courrielRecuId' in fil) return null
  return 'dossierId' in fil ? dossierVise(db, { id: fil.dossierId }) : ficheVisee(db, fil.preProjetId)
}

/** The campagne of all the dossiers of a lot; null where they are of several. */
async function campagneDuLot(db: Db, lotId: string): Promise<string | null> {
  const [premiere, autre] = await db.dossier.findMany({
    where: { lotsActes: { some: { lotId } } },
    distinct: 'campagneId',
    take: 2,
    select: { campagneId: true },
  })
  return premiere && !autre ? premiere.campagneId : null
}

/** The words offered here, those of all campagnes and of this one, in order, as they read for what is written about. */
export async function textesOfferts(db: Db, usage: UsageTexte, vise: Vise) {
  const lu = vise.lotId === undefined ? await viseDe(db, vise) : null
  const campagneId = vise.lotId === undefined ? (lu?.campagneId ?? null) : await campagneDuLot(db, vise.lotId)
  const textes = await db.texteType.findMany({
    where: { usage, retireLe: null, OR: [{ campagneId: null }, ...(campagneId === null ? [] : [{ campagneId }])] },
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
    select: { id: true, nom: true, corps: true },
  })
  if (vise.lotId !== undefined) return textes
  return textes.map(({ corps, ...texte }) => ({ ...texte, corps: motsDuTexte(corps, lu?.valeurs ?? {}) }))
}
