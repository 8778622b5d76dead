import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { z } from 'zod'
import { compter } from '#domain/nombre'
import { hasDroit } from '#domain/acces/droits'
import { ETATS_COURRIEL, MODELES } from '#domain/courriel/courriel'
import type { FiltreCourriels } from '#domain/courriel/filtres'
import { VUE_COURRIELS } from '#libelles/bannette'
import { LIBELLE_MODELE } from '#libelles/courriel/courriel'
import {
  bannetteCourriels,
  BannetteCourrielsParams,
  type BannetteCourrielsQuery,
} from '#queries/courriel/bannette-courriels'
import { courrielsRecus, CourrielsRecusParams, TAILLE_RECUS } from '#queries/courriel-recu/courriels-recus'
import { Annonce } from '#ui/kit/annonce'
import type { MenuFiltre } from '#ui/bannette/filtre/filtre-choix'
import { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import { BannetteVide } from '#ui/bannette/bannette-vide'
import { filtresEnMots } from '#ui/bannette/filtre/filtres-dossiers'
import { choixDeColonnes, type ChoixDeColonnes } from '#domain/bannette/colonnes'
import { adresseCourriel, colonnesCourriels } from '#ui/bannette/table/colonnes-courriels'
import { EchecsDits } from '#ui/courriel/echecs-dits'
import { CourrielsRecus, SensCourriels } from '#ui/courriel-recu/courriels-recus'
import { FiltresBannette } from '#ui/bannette/filtre/filtres-bannette'
import { ListeBannette } from '#ui/bannette/table/liste-bannette'
import { OngletsBannette } from '#ui/bannette/onglets-bannette'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Courriels – MCEI' }]

const CourrielsSearch = z.unknown().transform((lu) => ({
  recus: CourrielsRecusParams.parse(lu),
  params: BannetteCourrielsParams.parse(lu),
}))

export const loader = agentLoader(
  { droit: 'courriel.lire', search: CourrielsSearch },
  async ({ agent, deps, headers, search }) => {
    const { recus, params } = search
    if (recus.sens === 'recus')
      return { recus: { ...(await courrielsRecus(deps.db, recus)), ...recus, taille: TAILLE_RECUS } }
    const bannette = await bannetteCourriels(deps.db, params)
    // A page after the last one: the list itself, rather than an empty one that says otherwise.
    if (bannette.rows.length === 0 && bannette.total > 0) throw redirect('/courriels')
    const choix = choixDeColonnes(headers.get('Cookie'), 'courriels')
    return { envoyes: { ...bannette, params, choix, peut: hasDroit(agent, 'courriel.relancer') } }
  },
)

const TITRE = 'Courriels'
const CHOIX: MenuFiltre<FiltreCourriels>[] = [
  { nom: 'suite', libelle: 'Suite', options: [{ valeur: 'a-voir', texte: 'en difficulté' }] },
  { nom: 'modele', libelle: 'Modèle', options: MODELES.map((valeur) => ({ valeur, texte: LIBELLE_MODELE[valeur] })) },
]

export default function Courriels() {
  const { recus, envoyes } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader serree titre={TITRE} />
      <SensCourriels sens={recus ? 'recus' : 'envoyes'} />
      {recus && <CourrielsRecus {...recus} />}
      {envoyes && <Envoyes {...envoyes} />}
    </>
  )
}

type EnvoyesProps = Awaited<ReturnType<typeof bannetteCourriels>> & {
  params: BannetteCourrielsQuery
  choix: ChoixDeColonnes
  peut: boolean
}

function Envoyes({ rows, total, compteurs, params, choix, peut }: EnvoyesProps) {
  const { page, size, sort, dir } = params
  const memoire = useMemoireBannette('/courriels')
  const colonnes = useMemo(() => colonnesCourriels(peut), [peut])
  const tous = ETATS_COURRIEL.reduce((somme, etat) => somme + compteurs[etat], 0)
  const vue = params.etat ?? 'tous'
  const onglets = [
    ...ETATS_COURRIEL.map((etat) => ({ vue: etat, ...VUE_COURRIELS[etat], total: compteurs[etat] })),
    { vue: 'tous', ...VUE_COURRIELS.tous, total: tous },
  ]
  return (
    <>
      <OngletsBannette onglets={onglets} courante={vue} parametre="etat" />
      <FiltresBannette choix={CHOIX} valeurs={params} recherche="Destinataire, objet ou numéro" />
      <EchecsDits compteurs={compteurs} peut={peut} />
      <Annonce texte={total === 0 ? 'Aucun courriel' : compter(total, 'courriel')} />
      {total === 0 ? (
        <BannetteVide
          vide={VUE_COURRIELS[vue].vide}
          filtres={filtresEnMots(CHOIX, params, { jours: '', sans: [] })}
          ailleurs={params.etat ? { total: tous, parametre: 'etat' } : null}
        />
      ) : (
        <ListeBannette
          titre={TITRE}
          cle="courriels"
          adresseDe={adresseCourriel}
          nommer={({ sujet }) => sujet}
          {...{ choix, colonnes, rows, total, page, size, memoire, tri: { sort, dir } }}
        />
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
