import { Button } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { compter } from '#domain/nombre'
import { hasDroit } from '#domain/acces/droits'
import { lireLignesPreProjets } from '#domain/pre-projet/ligne-bannette'
import { VUES_PRE_PROJETS } from '#domain/pre-projet/vues'
import { jourDeParis } from '#domain/temps/jour'
import { VUE_PRE_PROJETS } from '#libelles/bannette'
import { bannettePreProjets, BannettePreProjetsParams, triPreProjets } from '#queries/pre-projet/bannette-pre-projets'
import { Annonce } from '#ui/kit/annonce'
import { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import { BannetteVide } from '#ui/bannette/bannette-vide'
import { filtresEnMots } from '#ui/bannette/filtre/filtres-dossiers'
import { menusPreProjets } from '#ui/bannette/filtre/filtres-pre-projets'
import { choixDeColonnes } from '#domain/bannette/colonnes'
import { adressePreProjet, colonnesPreProjets } from '#ui/bannette/table/colonnes-pre-projets'
import { FiltreJours } from '#ui/bannette/filtre/filtre-jours'
import { FiltresBannette } from '#ui/bannette/filtre/filtres-bannette'
import { ListeBannette } from '#ui/bannette/table/liste-bannette'
import { OngletsBannette } from '#ui/bannette/onglets-bannette'
import { VuesBannette } from '#ui/bannette/vues-bannette'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'
import { titreDe } from '#libelles/pre-projet/pre-projet'

export const meta: MetaFunction = () => [{ title: 'Pré-projets – MCEI' }]

export const loader = agentLoader(
  { droit: 'pre-projet.lire', search: BannettePreProjetsParams },
  async ({ agent, deps, now, headers, search: params }) => {
    const { menus: listes, ...bannette } = await bannettePreProjets(deps.db, params, agent.id)
    const peutImporter = hasDroit(agent, 'import.faire')
    return {
      ...bannette,
      params,
      listes,
      tri: triPreProjets(params),
      aujourdhui: jourDeParis(now),
      peutImporter,
      peutSaisir: hasDroit(agent, 'pre-projet.examiner'),
      colonnesChoisies: choixDeColonnes(headers.get('Cookie'), 'pre-projets'),
    }
  },
)

const TITRE = 'Pré-projets'

export default function PreProjets() {
  const { lignes, total, page, compteurs, sans, params, listes, tri, ...reste } = useLoaderData<typeof loader>()
  const { aujourdhui, peutImporter, peutSaisir, colonnesChoisies } = reste
  const rows = useMemo(() => lireLignesPreProjets(lignes), [lignes])
  const memoire = useMemoireBannette('/pre-projets')
  const choix = useMemo(() => menusPreProjets(listes), [listes])
  const colonnes = useMemo(() => colonnesPreProjets(aujourdhui), [aujourdhui])
  const onglets = VUES_PRE_PROJETS.map((vue) => ({ vue, ...VUE_PRE_PROJETS[vue], total: compteurs[vue] }))
  const importer = peutImporter && (
    <Button component={Link} to="/importer" variant={total === 0 ? 'contained' : 'outlined'}>
      Importer
    </Button>
  )
  const saisir = peutSaisir && (
    <Button component={Link} to="/pre-projets/nouvelle" variant="outlined">
      Saisir une fiche
    </Button>
  )
  return (
    <>
      <PageHeader
        serree
        titre={TITRE}
        actes={
          <>
            <VuesBannette bannette="pre-projets" />
            {total > 0 && importer}
            {saisir}
          </>
        }
      />
      <OngletsBannette onglets={onglets} courante={params.vue} />
      <FiltresBannette
        choix={choix}
        valeurs={params}
        jours={(bornes) => <FiltreJours libelle="Reçu" {...bornes} />}
        recherche="Titre, structure, lieu ou courriel"
      />
      <Annonce texte={total === 0 ? 'Aucun pré-projet' : compter(total, 'pré-projet')} />
      {total === 0 ? (
        <BannetteVide
          vide={VUE_PRE_PROJETS[params.vue].vide}
          filtres={filtresEnMots(choix, params, { jours: 'Reçu', sans })}
          ailleurs={params.vue === 'tous' ? null : { total: compteurs.tous }}
        >
          {params.vue === 'tous' && importer}
        </BannetteVide>
      ) : (
        <ListeBannette
          titre={TITRE}
          cle="pre-projets"
          choix={colonnesChoisies}
          adresseDe={adressePreProjet}
          nommer={titreDe}
          {...{ colonnes, rows, total, page, tri, memoire, size: params.size }}
        />
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
