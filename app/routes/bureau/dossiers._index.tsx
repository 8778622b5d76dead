import { Button } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { compter } from '#domain/nombre'
import { hasDroit } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { VUES_DOSSIERS } from '#domain/dossier/vues'
import { jourDeParis } from '#domain/temps/jour'
import { VUE_DOSSIERS } from '#libelles/bannette'
import {
  bannetteDossiers,
  BannetteDossiersParams,
  SELECTION_MAX,
  triDossiers,
} from '#queries/dossier/bannette-dossiers'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { Annonce } from '#ui/kit/annonce'
import { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import { type ActeDeLot, BarreSelection } from '#ui/bannette/barre-selection'
import { BannetteVide } from '#ui/bannette/bannette-vide'
import { CarteDossier } from '#ui/bannette/carte-dossier'
import { CartesBannette } from '#ui/bannette/cartes-bannette'
import { menusDossiers, filtresEnMots } from '#ui/bannette/filtres-dossiers'
import { adresseDossier, colonnesDossiers } from '#ui/bannette/colonnes-dossiers'
import { FiltresBannette } from '#ui/bannette/filtres-bannette'
import { GrilleBannette } from '#ui/bannette/grille-bannette'
import { OngletsBannette } from '#ui/bannette/onglets-bannette'
import { PageError } from '#ui/kit/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { useSelection } from '#ui/bannette/selection'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Dossiers – MCEI' }]

export const loader = agentLoader(
  { droit: 'dossier.lire', search: BannetteDossiersParams },
  async ({ agent, deps, now, search: params }) => {
    const [bannette, listes] = await Promise.all([
      bannetteDossiers(deps.db, params, { moi: agent.id, now }),
      menusBannette(deps.db),
    ])
    const peutImporter = hasDroit(agent, 'import.faire')
    /** The acts on several dossiers at once that this agent may do. */
    const actes: ActeDeLot[] = hasDroit(agent, 'dossier.instruire') ? [RELANCER] : []
    const page = { params, listes, tri: triDossiers(params), aujourdhui: jourDeParis(now), peutImporter }
    return { ...bannette, ...page, actes, selectionMax: SELECTION_MAX }
  },
)

const RELANCER: ActeDeLot = { libelle: 'Relancer', action: '/dossiers/relances' }

const TITRE = 'Dossiers'

export default function Dossiers() {
  const { lignes, total, page, compteurs, sans, params, listes, tri, aujourdhui, peutImporter, actes, selectionMax } =
    useLoaderData<typeof loader>()
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
      <FiltresBannette choix={choix} valeurs={params} jours="Déposé" recherche="Numéro, objet, structure ou SIRET" />
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
          <GrilleBannette
            titre={TITRE}
            cle="dossiers"
            colonnes={colonnes}
            adresseDe={adresseDossier}
            {...{ rows, total, page, tri, memoire, selection, size: params.size }}
          />
          <CartesBannette
            titre={TITRE}
            {...{ rows, total, page, selection, size: params.size }}
            nommer={({ numero }) => `le dossier ${numero}`}
            carte={(ligne) => (
              <CarteDossier
                ligne={ligne}
                aujourdhui={aujourdhui}
                onOuvrir={() => memoire.noter({ ouvert: ligne.id })}
              />
            )}
          />
        </>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
