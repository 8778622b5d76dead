import { Bandeau } from '#ui/kit/bandeau'
import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link, useSearchParams } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { GRAVITES, type Gravite } from '#domain/budget/constat'
import { LIBELLE_GRAVITE, LIBELLE_REGLE } from '#libelles/budget/budget'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import { Etiquette } from '#ui/kit/icone/etiquette'
import { RetenirBouton } from '#ui/complement/retenir-bouton'

const ASPECT = {
  BLOQUANT: { icone: 'error', ton: 'depasse' },
  AVERTISSEMENT: { icone: 'warning', ton: 'alerte' },
  INFO: { icone: 'info', ton: 'neutre' },
} as const

/** How a finding goes into the request for compléments; absent for who may not ask. */
export type Retenir = { adresse: string; retenus: string[] } | null

/** Where a cell stands on the page. */
export const ancreDeCellule = (cellule: string) => `cellule-${cellule.replace(/[^\p{L}\p{N}]+/gu, '-')}`

const parGravite = (constats: ConstatDit[]) =>
  GRAVITES.flatMap((gravite) => constats.filter((constat) => constat.gravite === gravite))

/** What was found, gravest first, of one gravity where the address says so; each leads to its cell. */
export function BudgetConstats({ constats, retenir }: { constats: ConstatDit[]; retenir: Retenir }) {
  const [params] = useSearchParams()
  const voulue = GRAVITES.find((gravite) => gravite === params.get('gravite'))
  if (constats.length === 0) {
    return (
      <Bandeau severity="success">
        Aucune erreur n’a été relevée{'\u00a0'}: les totaux s’équilibrent et la ligne du Département correspond à la
        demande.
      </Bandeau>
    )
  }
  const montres = voulue ? constats.filter(({ gravite }) => gravite === voulue) : constats
  return (
    <section aria-labelledby="constats">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline', mb: 0.5 }}>
        <Typography variant="h2" id="constats">
          {compter(constats.length, 'constat')}
        </Typography>
        <Filtres constats={constats} voulue={voulue} />
      </Box>
      {montres.length === 0 && <Typography>Aucun constat de cette gravité.</Typography>}
      <ListeConstats constats={montres} retenir={retenir} />
    </section>
  )
}

function Filtres({ constats, voulue }: { constats: ConstatDit[]; voulue: Gravite | undefined }) {
  const [params] = useSearchParams()
  const vers = (gravite: Gravite | null) => {
    const suite = new URLSearchParams(params)
    if (gravite) suite.set('gravite', gravite)
    else suite.delete('gravite')
    return { search: suite.toString() }
  }
  const choix: [Gravite | null, string][] = [
    [null, `Tous ${constats.length}`],
    ...GRAVITES.map((gravite): [Gravite, string] => [
      gravite,
      `${LIBELLE_GRAVITE[gravite]} ${constats.filter((c) => c.gravite === gravite).length}`,
    ]),
  ]
  return (
    <Box component="nav" aria-label="Filtrer les constats" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      {choix.map(([gravite, libelle]) => {
        const ici = (voulue ?? null) === gravite
        return (
          <MuiLink
            key={libelle}
            component={Link}
            to={vers(gravite)}
            preventScrollReset
            replace
            aria-current={ici ? 'true' : undefined}
            underline={ici ? 'none' : 'always'}
            sx={{ fontSize: '0.875rem', minHeight: 24, ...(ici && { fontWeight: 650, color: 'text.primary' }) }}
          >
            {libelle}
          </MuiLink>
        )
      })}
    </Box>
  )
}

/** Findings one under the other, each with its act. */
export function ListeConstats({ constats, retenir }: { constats: ConstatDit[]; retenir: Retenir }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {parGravite(constats).map((constat) => (
        <Box
          component="li"
          key={constat.cle + constat.message}
          sx={{
            py: 0.75,
            borderBottom: 1,
            borderColor: 'divider',
            fontSize: '0.875rem',
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'flex-start',
          }}
        >
          <Box sx={{ flex: '1 1 320px' }}>
            <UnConstat constat={constat} lien />
            <Box sx={{ color: 'text.secondary', mt: 0.25 }}>{constat.aFaire}</Box>
          </Box>
          {retenir && (
            <RetenirBouton
              adresse={retenir.adresse}
              element={{
                cle: constat.cle,
                code: 'BUDGET_PROJET',
                constat: constat.cellule ? `${constat.cellule}\u00a0: ${constat.message}` : constat.message,
                aFaire: constat.aFaire,
              }}
              retenu={retenir.retenus.includes(constat.cle)}
              quoi={`${constat.regle} ${constat.cellule ?? ''}`}
            />
          )}
        </Box>
      ))}
    </Box>
  )
}

/** One finding: gravity, rule, sentence, and its cell. */
export function UnConstat({
  constat: { regle, gravite, cellule, message },
  lien = false,
}: {
  constat: ConstatDit
  lien?: boolean
}) {
  return (
    <Box
      component="span"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'flex-start', lineHeight: 1.45 }}
    >
      <Etiquette {...ASPECT[gravite]}>{LIBELLE_GRAVITE[gravite]}</Etiquette>
      <Box component="span" title={LIBELLE_REGLE[regle]} sx={{ color: 'text.secondary' }}>
        {regle}
        {lien && cellule && (
          <>
            {', '}
            <MuiLink href={`#${ancreDeCellule(cellule)}`} underline="always">
              {cellule}
            </MuiLink>
          </>
        )}
      </Box>
      <Box component="span" sx={{ flex: '1 1 280px' }}>
        {message}
      </Box>
    </Box>
  )
}
