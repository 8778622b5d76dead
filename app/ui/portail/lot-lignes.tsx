import { estNatureRecue } from '#domain/courriel-recu/reclassement'
import { Box, Chip, Link as Lien, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { formatEntier } from '#domain/nombre'
import type { Faute } from '#domain/portail/correction'
import type { ResultatLigne, VueLot } from '#domain/portail/lot-vues'
import { LIBELLE_VUE_LOT } from '#libelles/portail/lot'
import { PagesListe } from '#ui/kit/pages-liste'
import { LotCorrection } from '#ui/portail/lot-correction'
import { ResultatChip } from '#ui/portail/lot-etat-chip'

type Ligne = {
  id: string
  resultat: ResultatLigne
  fichier: string
  ligne: number | null
  numero: string | null
  colonne: string | null
  valeur: string | null
  motif: string | null
  objet: string | null
  /** What may be corrected in a rejected line. */
  fautes: Faute[] | null
}

type Props = {
  /** Null for who may not import. */
  corrige: { id: string; version: number } | null
  vue: VueLot
  page: number
  total: number
  taille: number
  onglets: { vue: VueLot; total: number }[]
  lignes: Ligne[]
}

const adresse = (vue: VueLot, page: number) =>
  `?${new URLSearchParams({ vue, ...(page > 0 && { page: String(page) }) }).toString()}`

/** What became of each line, pièce or mail; what is to be looked at comes first. */
export function LotLignes({ corrige, vue, page, total, taille, onglets, lignes }: Props) {
  const pages = Math.ceil(total / taille)
  return (
    <>
      <Box component="nav" aria-label="Filtrer les lignes" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {onglets.map((onglet) => (
          <Chip
            key={onglet.vue}
            component={Link}
            to={adresse(onglet.vue, 0)}
            clickable
            label={`${LIBELLE_VUE_LOT[onglet.vue].nom} (${formatEntier(onglet.total)})`}
            variant={onglet.vue === vue ? 'filled' : 'outlined'}
            color={onglet.vue === vue ? 'primary' : 'default'}
            aria-current={onglet.vue === vue ? 'true' : undefined}
            preventScrollReset
          />
        ))}
      </Box>
      {lignes.length === 0 ? (
        <Typography>{LIBELLE_VUE_LOT[vue].vide}</Typography>
      ) : (
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', borderTop: 1, borderColor: 'divider' }}>
          {lignes.map((ligne) => (
            <UneLigne key={ligne.id} {...{ ligne, corrige }} />
          ))}
        </Box>
      )}
      <PagesListe page={page} pages={pages} adresse={(vers) => adresse(vue, vers)} />
    </>
  )
}

function UneLigne({ ligne: une, corrige }: { ligne: Ligne } & Pick<Props, 'corrige'>) {
  const { resultat, fichier, ligne, numero, colonne, valeur, motif, objet, fautes } = une
  const estMessage = resultat === 'MESSAGE'
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '190px 150px 1fr' },
        alignItems: 'start',
        columnGap: 2,
        rowGap: 0.25,
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
        fontSize: '0.875rem',
        overflowWrap: 'anywhere',
      }}
    >
      <ResultatChip resultat={resultat} nature={estMessage && estNatureRecue(colonne) ? colonne : undefined} />
      <Cible {...{ numero, resultat, preProjet: estMessage ? valeur : null }} />
      <div>
        {ligne !== null && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            Ligne {ligne}.{' '}
          </Box>
        )}
        {objet && <span>{objet}. </span>}
        {fichier && <span>{fichier.split('/').at(-1)}. </span>}
        {resultat === 'REJET' && (
          <strong>
            {colonne}
            {valeur && ` «\u00a0${valeur}\u00a0»`}
            {'. '}
          </strong>
        )}
        {motif}
        {corrige && fautes && <LotCorrection lot={corrige} ligne={une} fautes={fautes} />}
      </div>
    </Box>
  )
}

/** Where the line leads: the fiche of a mail, the dossier of the rest. A rejected line and a stranger's pièce lead nowhere. */
function Cible({
  numero,
  resultat,
  preProjet,
}: {
  numero: string | null
  resultat: ResultatLigne
  preProjet: string | null
}) {
  if (preProjet) {
    return (
      <Lien component={Link} to={`/pre-projets/${preProjet}`}>
        Voir la fiche
      </Lien>
    )
  }
  if (!numero) return <span />
  if (resultat === 'REJET' || resultat === 'PIECE_REFUSEE') return <span>{numero}</span>
  return (
    <Lien component={Link} to={`/dossiers/${numero}`}>
      {numero}
    </Lien>
  )
}
