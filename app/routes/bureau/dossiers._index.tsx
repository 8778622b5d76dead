import { Button } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { compter } from '#domain/nombre'
import { hasDroit } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { VUES_DOSSIERS } from '#domain/dossier/vues'
import { LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import { jourDeParis } from '#domain/temps/jour'
import { VUE_DOSSIERS } from '#libelles/bannette'
import { actesOfferts } from '#libelles/lot-actes/acte-de-lot'
import { bannetteDossiers, BannetteDossiersParams, triDossiers } from '#queries/dossier/bannette-dossiers'
import { Annonce } from '#ui/kit/annonce'
import { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import { BarreSelection } from '#ui/bannette/barre-selection'
import { BannetteVide } from '#ui/bannette/bannette-vide'
import { menusDossiers, filtresEnMots } from '#ui/bannette/filtre/filtres-dossiers'
import { choixDeColonnes } from '#ui/bannette/table/colonnes-choisies'
import { adresseDossier, colonnesDossiers, nommerDossier } from '#ui/bannette/table/colonnes-dossiers'
import { FiltreJours } from '#ui/bannette/filtre/filtre-jours'
import { FiltresBannette } from '#ui/bannette/filtre/filtres-bannette'
import { ListeBannette } from '#ui/bannette/table/liste-bannette'
import { OngletsBannette } from '#ui/bannette/onglets-bannette'
import { PageError } from '#ui/kit/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { useSelection } from '#ui/bannette/selection'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Dossiers – MCEI' }]

export const loader = agentLoader(
  { droit: 'dossier.lire', search: BannetteDossiersParams },
  async ({ agent, deps, now, headers, search: params }) => {
    const { menus: listes, ...bannette } = await bannetteDossiers(deps.db, params, { moi: agent.id, now })
    const peutImporter = hasDroit(agent, 'import.faire')
    const actes = actesOfferts(agent, params.vue)
    const page = { params, listes, tri: triDossiers(params), aujourdhui: jourDeParis(now), peutImporter }
    const colonnesChoisies = choixDeColonnes(headers.get('Cookie'), 'dossiers')
    return { ...bannette, ...page, actes, selectionMax: LIGNES_MAX, colonnesChoisies }
  },
)

const TITRE = 'Dossiers'

export default function Dossiers() {
  const { lignes, total, page, compteurs, sans, params, listes, tri, aujourdhui, ...suite } =
    useLoaderData<typeof loader>()
  const { peutImporter, actes, selectionMax, colonnesChoisies } = suite
  const rows = useMemo(() => lireLignesDossiers(lignes), [lignes])
  const choisis = useSelection()
  const selection = actes.length > 0 ? choisis : undefined
  const memoire = useMemoireBannette('/dossiers')
  const choix = useMemo(() => menusDossiers(listes), [listes])
  const colonnes = useMemo(() => colonnesDossiers(aujourdhui), [aujourdhui])
  const onglets = VUES_DOSSIERS.map((vue) => ({ vue, ...VUE_DOSSIERS[vue], total: compteurs[vue] }))
  const filtres = filtresEnMots(choix, params, { jours: 'Déposé', sans })
  const importer = peutImporter && (
    <Button component={Link} to="/importer" variant={total === 0 ? 'contained' : 'outlined'}>
      Importer
    </Button>
  )
  return (
    <>
      <PageHeader titre={TITRE} actes={total > 0 && importer} />
      <OngletsBannette onglets={onglets} courante={params.vue} />
      <FiltresBannette
        choix={choix}
        valeurs={params}
        jours={(bornes) => <FiltreJours libelle="Déposé" {...bornes} />}
        recherche="Numéro, objet, structure ou SIRET"
      />
      <Annonce texte={total === 0 ? 'Aucun dossier' : compter(total, 'dossier')} />
      {total === 0 ? (
        <BannetteVide
          vide={VUE_DOSSIERS[params.vue].vide}
          filtres={filtres}
          ailleurs={params.vue === 'tous' ? null : { total: compteurs.tous }}
        >
          {params.vue === 'tous' && importer}
        </BannetteVide>
      ) : (
        <>
          {selection && (
            <BarreSelection {...{ selection, actes, total }} max={selectionMax} adresseDesIds="/dossiers/selection" />
          )}
          <ListeBannette
            titre={TITRE}
            cle="dossiers"
            choix={colonnesChoisies}
            adresseDe={adresseDossier}
            nommer={nommerDossier}
            {...{ colonnes, rows, total, page, tri, memoire, selection, size: params.size }}
          />
        </>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
