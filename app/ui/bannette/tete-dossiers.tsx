import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import { VUES_DOSSIERS, type VueDossiers } from '#domain/dossier/vues'
import { VUE_DOSSIERS } from '#libelles/bannette'
import { ExportBannette } from '#ui/bannette/export-bannette'
import type { ChampDeMenu } from '#ui/bannette/filtre/filtre-champ'
import type { MenuFiltre } from '#ui/bannette/filtre/filtre-choix'
import { FiltreJours } from '#ui/bannette/filtre/filtre-jours'
import { FiltresBannette, type Valeurs } from '#ui/bannette/filtre/filtres-bannette'
import { panneauxDossiers } from '#ui/bannette/filtre/panneaux-dossiers'
import { OngletsBannette } from '#ui/bannette/onglets-bannette'
import { VuesBannette } from '#ui/bannette/vues-bannette'
import { PageHeader } from '#ui/kit/page-header'

type Props = {
  titre: string
  total: number
  compteurs: Record<VueDossiers, number>
  params: Valeurs & { vue: VueDossiers }
  choix: readonly MenuFiltre[]
  service: readonly ChampDeMenu[]
  peut: { importer: boolean; demander: boolean }
}

/** Above the rows of the dossiers: what is done with the whole list, its tabs, and what narrows it. */
export function TeteDossiers({ titre, total, compteurs, params, choix, service, peut }: Props) {
  const onglets = VUES_DOSSIERS.map((vue) => ({ vue, ...VUE_DOSSIERS[vue], total: compteurs[vue] }))
  return (
    <>
      <PageHeader
        serree
        titre={titre}
        actes={
          <>
            <VuesBannette bannette="dossiers" />
            {total > 0 && <ExportBannette total={total} peutDemander={peut.demander} />}
            {total > 0 && peut.importer && <BoutonImporter />}
          </>
        }
      />
      <OngletsBannette onglets={onglets} courante={params.vue} nue={null} />
      <FiltresBannette
        choix={choix}
        valeurs={params}
        jours={(bornes) => <FiltreJours libelle="Déposé" {...bornes} />}
        panneaux={panneauxDossiers(params, service)}
        recherche="Numéro, objet, structure ou SIRET"
      />
    </>
  )
}

export const BoutonImporter = ({ premier = false }: { premier?: boolean }) => (
  <Button component={Link} to="/importer" variant={premier ? 'contained' : 'outlined'}>
    Importer
  </Button>
)
