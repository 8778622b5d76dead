import { type Borne, lireBorne, typesDesBornes, type TypeBorne } from '#domain/champ-du-service/borne'
import { champDeLAdresse, REMPLI, VIDE } from '#domain/champ-du-service/champ-en-adresse'
import { Prisma } from '#prisma'
import { toutes } from '#queries/bannette/recherche'

/** What a dossier `d` holds in the field of the service of this name, be it of any campagne. */
export function tientDansChamp(dit: string): Prisma.Sql {
  const { libelle, valeur } = champDeLAdresse(dit) ?? { libelle: '', valeur: REMPLI }
  const champs = Prisma.sql`FROM champ_du_service k`
  const nomme = Prisma.sql`plier(k.libelle) = plier(${libelle})`
  const rempli = Prisma.sql`SELECT v.id ${champs} JOIN dossier v ON v.champs_service ? k.id::text WHERE ${nomme}`
  if (valeur === REMPLI) return Prisma.sql`d.id IN (${rempli})`
  if (valeur === VIDE)
    return Prisma.sql`(d.campagne_id IN (SELECT k.campagne_id ${champs} WHERE ${nomme}) AND d.id NOT IN (${rempli}))`
  return Prisma.sql`d.id IN (SELECT v.id ${champs} JOIN dossier v ON v.champs_service @> jsonb_build_object(k.id::text, ${valeur}::text) WHERE ${nomme})`
}

/** The column of each kind, and how the written form of the kind is read by Postgres: what no kind reads never comes here. */
const COMPARE: Record<TypeBorne, (valeur: string) => { colonne: Prisma.Sql; valeur: Prisma.Sql }> = {
  NOMBRE: (valeur) => ({ colonne: Prisma.sql`t.nombre`, valeur: Prisma.sql`${valeur}::numeric` }),
  MONTANT: (valeur) => ({ colonne: Prisma.sql`t.nombre`, valeur: Prisma.sql`${valeur}::numeric` }),
  DATE: (valeur) => ({ colonne: Prisma.sql`t.jour`, valeur: Prisma.sql`${valeur}::date` }),
}

function duType(type: TypeBorne, { min, max }: { min: Borne | null; max: Borne | null }): Prisma.Sql {
  const bornes = (
    [
      [min?.[type], Prisma.sql`>=`],
      [max?.[type], Prisma.sql`<=`],
    ] as const
  ).flatMap(([dite, signe]) => {
    if (dite === undefined) return []
    const { colonne, valeur } = COMPARE[type](dite)
    return [Prisma.sql`${colonne} ${signe} ${valeur}`]
  })
  return Prisma.sql`(t.type = ${type} AND ${toutes(bornes)})`
}

/** What a dossier `d` holds in the field of this name is between two ends, of which one may be open: in each kind as what it is, never as text. */
export function entreBornes(libelle: string, dites: { min: string | undefined; max: string | undefined }): Prisma.Sql {
  const lire = (dite: string | undefined) => (dite === undefined ? null : lireBorne(dite))
  const [min, max] = [lire(dites.min), lire(dites.max)]
  const types = typesDesBornes([min, max].filter((une) => une !== null))
  const entre =
    types.length > 0
      ? Prisma.join(
          types.map((type) => duType(type, { min, max })),
          ' OR ',
        )
      : Prisma.sql`false`
  return Prisma.sql`d.id IN (SELECT t.dossier_id FROM valeur_du_service t WHERE t.nom = plier(${libelle}) AND (${entre}))`
}
