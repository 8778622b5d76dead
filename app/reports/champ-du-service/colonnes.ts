import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import type { ChampRempli } from '#domain/champ-du-service/valeur'
import { toDate } from '#domain/temps/jour'
import { plier } from '#domain/texte'
import { direValeur } from '#domain/champ-du-service/valeur'
import type { Column, Format, Valeur } from '#reports/sheet'

/** A field as a sheet needs it: two campagnes whose fields have one name and one kind share its column. */
export type ChampDeFeuille = Pick<ChampRempli, 'libelle' | 'type'>

type EnColonne = { format?: Format; total?: true; lire: (valeur: string) => Valeur }

const EN_COLONNE: Record<TypeDeChamp, EnColonne> = {
  TEXTE: { lire: (valeur) => valeur },
  NOMBRE: { format: 'nombre', lire: Number },
  MONTANT: { format: 'euros', total: true, lire: BigInt },
  DATE: { format: 'date', lire: toDate },
  OUI_NON: { lire: (valeur) => direValeur('OUI_NON', valeur) },
  LISTE: { lire: (valeur) => valeur },
}

const estLeMeme = (un: ChampDeFeuille, autre: ChampDeFeuille) =>
  un.type === autre.type && plier(un.libelle) === plier(autre.libelle)

/** A column for each of these fields, typed as it is; empty where a row holds nothing in it. */
export const colonnesDuService = <Row extends { service: readonly ChampRempli[] }>(
  champs: readonly ChampDeFeuille[],
): Column<Row>[] =>
  champs
    .filter((champ, rang) => champs.findIndex((autre) => estLeMeme(autre, champ)) === rang)
    .map((champ) => {
      const { lire, ...reste } = EN_COLONNE[champ.type]
      const dans = ({ service }: Row) => service.find((rempli) => estLeMeme(rempli, champ))
      const value = (row: Row) => {
        const rempli = dans(row)
        return rempli ? lire(rempli.valeur) : null
      }
      return { header: champ.libelle, value, ...reste, width: Math.max(14, Math.min(30, champ.libelle.length + 2)) }
    })
