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
  { structureId, now }: { structureId: string; now: Date },
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
  return {
    structure,
    peutRemplir: peutRemplir(role),
    campagnes: ouvertes
      .filter(({ portail }) => portail === null)
      .map(({ code, libelle, dispositif, phrase }) => ({ code, libelle, phrase, type: TYPE_DU_PORTAIL[dispositif] })),
    ailleurs: ouvertes.flatMap(({ code, libelle, portail }) => (portail === null ? [] : [{ code, libelle, portail }])),
    fiches: fiches.map(({ id, titre, campagne }) => ({ id, titre, code: campagne?.code ?? '' })),
  }
}
