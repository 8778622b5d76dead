import { Box, Typography } from '@mui/material'
import { lazy, Suspense, useEffect, useState } from 'react'
import { partsDesCharges, partsDesProduits, type Part } from '#domain/budget/chiffres'
import type { BudgetLu } from '#domain/budget/budget'
import { enEuros, formatPourcent, ratio, somme } from '#domain/budget/montant'
import { LIBELLE_ORIGINE } from '#libelles/budget/budget'
import { montantCourt } from '#libelles/budget/montant'
import { ancreDeCellule } from '#ui/budget/budget-constats'
import css from '#ui/budget/tableau.module.css'

/** What draws comes after the figures, in the place kept for it. */
const BarChart = lazy(() => import('@mui/x-charts/BarChart').then((charts) => ({ default: charts.BarChart })))

/** Six hues that stay apart for a colour-blind reader, each at 3:1 at least on the light and on the dark page. */
const COULEURS = ['#0079BD', '#C06A00', '#00875F', '#B8568D', '#7A6FD0', '#8A7A00']
const HAUTEUR_BARRE = 36

/** Charges and produits drawn beside each other, each bar named and valued, and the same in a table. */
export function BudgetGraphiques({ budget }: { budget: BudgetLu }) {
  const produits = partsDesProduits(budget).map(({ origine, ...part }): Part => ({
    nom: LIBELLE_ORIGINE[origine],
    ...part,
  }))
  return (
    <Box
      sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
    >
      <Graphique titre="Charges par groupe" parts={partsDesCharges(budget)} />
      <Graphique titre="Produits par origine" parts={produits} />
    </Box>
  )
}

/** How much longer than its longest bar a chart is: room for the words at its end. */
const PLACE_DU_LIBELLE = { large: 1.6, etroit: 2.9 }
const ETROIT = 600

const COURT = 26
const court = (nom: string) => (nom.length > COURT ? `${nom.slice(0, COURT - 1)}…` : nom)

/** Drawn in the browser only: a chart measures its place first. Until then, and for who cannot see it, there is the table. */
function Graphique({ titre, parts }: { titre: string; parts: Part[] }) {
  const [place, setPlace] = useState<number | null>(null)
  useEffect(() => setPlace(window.innerWidth < ETROIT ? PLACE_DU_LIBELLE.etroit : PLACE_DU_LIBELLE.large), [])
  if (parts.length === 0) return null
  const total = somme(parts.map(({ montant }) => montant))
  const part = (montant: bigint) => formatPourcent(ratio(montant, total) ?? 0)
  const hauteur = parts.length * HAUTEUR_BARRE + 16
  return (
    <section aria-label={titre}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {titre}
      </Typography>
      <Box sx={{ minHeight: hauteur }} aria-hidden>
        {place !== null && (
          <Suspense>
            <BarChart
              layout="horizontal"
              height={hauteur}
              margin={{ left: 0, right: 8, top: 4, bottom: 4 }}
              hideLegend
              skipAnimation
              disableKeyboardNavigation
              yAxis={[
                {
                  scaleType: 'band',
                  data: parts.map(({ nom }) => nom),
                  valueFormatter: court,
                  width: 176,
                  disableLine: true,
                  disableTicks: true,
                  colorMap: { type: 'ordinal', values: parts.map(({ nom }) => nom), colors: COULEURS },
                },
              ]}
              xAxis={[
                {
                  position: 'none',
                  min: 0,
                  max: place * Math.max(...parts.map(({ montant }) => enEuros(montant))),
                },
              ]}
              series={[
                {
                  data: parts.map(({ montant }) => enEuros(montant)),
                  barLabel: ({ dataIndex }) => barre(parts[dataIndex] ?? null, part),
                  barLabelPlacement: 'outside',
                  valueFormatter: (_, { dataIndex }) => barre(parts[dataIndex] ?? null, part),
                },
              ]}
              onItemClick={(_, item) => {
                const cellule = parts[item.dataIndex]?.cellule
                if (cellule) window.location.hash = ancreDeCellule(cellule)
              }}
            />
          </Suspense>
        )}
      </Box>
      <Box component="details">
        <Box component="summary" sx={{ cursor: 'pointer', fontSize: '0.875rem', minHeight: 24 }}>
          Voir en tableau
        </Box>
        <table aria-label={titre} className={`${css.tableau} ${css.etroit}`}>
          <tbody>
            {parts.map(({ nom, montant }) => (
              <tr key={nom}>
                <th scope="row">{nom}</th>
                <td className={css.chiffres}>{montantCourt(montant)}</td>
                <td className={css.chiffres}>{part(montant)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </section>
  )
}

const barre = (part: Part | null, enPart: (montant: bigint) => string) =>
  part ? `${montantCourt(part.montant)} (${enPart(part.montant)})` : ''
