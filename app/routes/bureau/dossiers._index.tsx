import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { z } from 'zod'
import { compter } from '#domain/nombre'
import { hasDroit } from '#domain/acces/droits'
import { colonneDuService } from '#domain/champ-du-service/champ-en-adresse'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { VUES_DOSSIERS, type VueDossiers } from '#domain/dossier/vues'
import { LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import { jourDeParis } from '#domain/temps/jour'
import { VUE_DOSSIERS } from '#libelles/bannette'
import { actesOfferts } from '#libelles/lot-actes/acte-de-lot'
import { remplacementsDe } from '#queries/absence/absences'
import { bannetteDossiers, BannetteDossiersParams, triDossiers } from '#queries/dossier/bannette-dossiers'
import { Remplacements } from '#ui/absence/remplacements'
import { Annonce } from '#ui/kit/annonce'
import { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import { BarreSelection } from '#ui/bannette/barre-selection'
import { BannetteVide } from '#ui/bannette/bannette-vide'
import { filtresEnMots, GROUPES_DOSSIERS, menusDossiers } from '#ui/bannette/filtre/filtres-dossiers'
import { choixDeColonnes } from '#domain/bannette/colonnes'
import { adresseDossier, colonnesDossiers, nommerDossier } from '#ui/bannette/table/colonnes-dossiers'
import { ListeBannette } from '#ui/bannette/table/liste-bannette'
import { PageError } from '#ui/kit/page-error/page-error'
import { useSelection } from '#ui/bannette/selection'
import { BoutonImporter, TeteDossiers } from '#ui/bannette/tete-dossiers'
import { useVueChoisie, vueChoisie } from '#ui/bannette/vue-choisie'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Dossiers – MCEI' }]

/** What the address asks; nothing after `?` asks for no tab, and the one used last is shown. */
const Adresse = z
  .record(z.string(), z.string())
  .transform((dite) => (Object.keys(dite).length === 0 ? null : BannetteDossiersParams.parse(dite)))

/** The tab of an address that says none: the one used last in this browser, or what is to do. */
const vueDArrivee = (headers: Headers): VueDossiers =>
  VUES_DOSSIERS.find((vue) => vue === vueChoisie(headers.get('Cookie'), 'dossiers')) ?? 'a-faire'

export const loader = agentLoader(
  { droit: 'dossier.lire', search: Adresse },
  async ({ agent, deps, now, headers, search: params }) => {
    if (!params) throw redirect(`/dossiers?vue=${vueDArrivee(headers)}`)
    const { menus: listes, ...bannette } = await bannetteDossiers(deps.db, params, { moi: agent.id, now })
    const peut = { importer: hasDroit(agent, 'import.faire'), demander: hasDroit(agent, 'rapport.demander') }
    const remplacements = params.vue === 'miens' ? await remplacementsDe(deps.db, { moi: agent.id, now }) : []
    const actes = actesOfferts(agent, params.vue)
    const page = { params, listes, tri: triDossiers(params), aujourdhui: jourDeParis(now), peut }
    const colonnesChoisies = choixDeColonnes(headers.get('Cookie'), 'dossiers')
    return { ...bannette, ...page, remplacements, actes, selectionMax: LIGNES_MAX, colonnesChoisies }
  },
)

const TITRE = 'Dossiers'

export default function Dossiers() {
  const { lignes, total, page, compteurs, sans, params, listes, tri, aujourdhui, ...suite } =
    useLoaderData<typeof loader>()
  const { peut, actes, selectionMax, colonnesChoisies, remplacements } = suite
  const rows = useMemo(() => lireLignesDossiers(lignes), [lignes])
  const choisis = useSelection()
  const selection = actes.length > 0 ? choisis : undefined
  const memoire = useMemoireBannette('/dossiers')
  useVueChoisie('dossiers', params.vue)
  const choix = useMemo(() => menusDossiers(listes), [listes])
  const { champ } = params
  const colonnes = useMemo(() => {
    const enUsage = (libelle: string) => tri.sort === colonneDuService(libelle) || libelle === champ
    return colonnesDossiers(aujourdhui, listes.service, enUsage)
  }, [aujourdhui, listes.service, tri.sort, champ])
  const filtres = filtresEnMots(choix, params, { jours: 'Déposé', sans, groupes: GROUPES_DOSSIERS })
  return (
    <>
      <TeteDossiers titre={TITRE} {...{ total, compteurs, params, choix, peut }} service={listes.service} />
      <Remplacements remplacements={remplacements} />
      <Annonce texte={total === 0 ? 'Aucun dossier' : compter(total, 'dossier')} />
      {total === 0 ? (
        <BannetteVide
          vide={VUE_DOSSIERS[params.vue].vide}
          filtres={filtres}
          ailleurs={params.vue === 'tous' ? null : { total: compteurs.tous }}
        >
          {params.vue === 'tous' && peut.importer && <BoutonImporter premier />}
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
