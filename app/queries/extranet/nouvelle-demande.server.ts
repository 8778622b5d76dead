import type { Demandeur } from '#domain/acces/acteur'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { prendDesFiches } from '#domain/campagne/annonce'
import type { Db } from '#infra/db'
import { roleDans } from '#infra/stores/demandeur/demandeur'
import { TYPE_DU_PORTAIL } from '#libelles/demandeur/accueil'
import { campagnesAnnoncees } from '#queries/extranet/campagnes-annoncees'

/** The campagnes that this structure may ask now, here or elsewhere, and its fiches whose favourable answer may be taken up. Throws NotFound for one that is not theirs. */
export async function nouvelleDemande(
  db: Db,
  demandeur: Demandeur,
  { structureId, ficheId = null, now }: { structureId: string; ficheId?: string | null; now: Date },
) {
  const role = await roleDans(db, demandeur.id, structureId)
  const [structure, annoncees, fiches] = await Promise.all([
    db.structure.findUniqueOrThrow({ where: { id: structureId }, select: { id: true, nom: true } }),
    campagnesAnnoncees(db, now),
    db.preProjet.findMany({
      where: { structureId, avis: 'FAVORABLE', campagne: { etat: 'OUVERTE' } },
      select: { id: true, titre: true, campagne: { select: { code: true } } },
      orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
      take: 20,
    }),
  ])
  const ouvertes = annoncees.filter(({ moment }) => prendDesFiches(moment))
  const choisie = fiches.find(({ id }) => id === ficheId)
  return {
    /** What is chosen already, by the link that led here. */
    choix: { ficheId: choisie?.id ?? '', code: choisie?.campagne?.code ?? '' },
    structure,
    peutRemplir: peutRemplir(role),
    campagnes: ouvertes
      .filter(({ portail }) => portail === null)
      .map(({ code, libelle, dispositif, phrase }) => ({ code, libelle, phrase, type: TYPE_DU_PORTAIL[dispositif] })),
    ailleurs: ouvertes.flatMap(({ code, libelle, portail }) => (portail === null ? [] : [{ code, libelle, portail }])),
    fiches: fiches.map(({ id, titre, campagne }) => ({ id, titre, code: campagne?.code ?? '' })),
  }
}

/** The fiches of a structure that were answered favourably and of which no demande seems made or begun, of the campagnes that take some here. Asked by who may see it. */
export async function fichesAReprendre(db: Db, { structureId, now }: { structureId: string; now: Date }) {
  const fiches = await db.preProjet.findMany({
    where: {
      structureId,
      avis: 'FAVORABLE',
      campagne: { etat: 'OUVERTE' },
      demandesEnLigne: { none: {} },
      rapprochements: { none: { etat: { not: 'ECARTE' } } },
    },
    select: { id: true, titre: true, campagne: { select: { code: true } } },
    orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
    take: 20,
  })
  if (fiches.length === 0) return []
  const ici = (await campagnesAnnoncees(db, now)).filter(
    ({ moment, portail }) => prendDesFiches(moment) && portail === null,
  )
  return fiches.flatMap(({ id, titre, campagne }) =>
    ici.filter(({ code }) => code === campagne?.code).map(({ libelle }) => ({ id, titre, campagne: libelle })),
  )
}
