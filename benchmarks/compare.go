package benchmarks

import (
	"math"
	"slices"
)

// Spread is a median with the extremes it lies between. All are 0 where there is nothing to tell.
type Spread struct {
	Median float64 `json:"median"`
	Min    float64 `json:"min"`
	Max    float64 `json:"max"`
}

func spread(values []float64) Spread {
	if len(values) == 0 {
		return Spread{}
	}
	return Spread{median(values), slices.Min(values), slices.Max(values)}
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func geometricMean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += math.Log(v)
	}
	return math.Exp(sum / float64(len(values)))
}

// Ratio compares one Python with the baseline. Speeds are the baseline's time divided by this one's, above 1 is faster;
// memory is this one's peak divided by the baseline's, below 1 is smaller.
type Ratio struct {
	Program  string `json:"program"` // empty for the geometric mean over Programs
	Python   string `json:"python"`
	Programs int    `json:"programs"` // how many programs it covers
	Warm     Spread `json:"warm"`
	Cold     Spread `json:"cold"`
	Memory   Spread `json:"memory"`
}

// Compare returns the ratios of every Python but the baseline: for each program, then the geometric mean, which covers only
// programs that ran on both.
func (r *Result) Compare(baseline string) []Ratio {
	var ratios []Ratio
	for _, python := range r.Pythons {
		if python.Label == baseline {
			continue
		}
		mean := Ratio{Python: python.Label}
		var both [][2]*Series
		for _, program := range r.Programs {
			base, other := r.find(program, baseline), r.find(program, python.Label)
			if base == nil || other == nil || base.Error != "" || other.Error != "" {
				continue
			}
			pair := [2]*Series{base, other}
			both = append(both, pair)
			ratios = append(ratios, Ratio{
				Program: program, Python: python.Label, Programs: 1,
				Warm:   spread(paired(pair, warmSpeed)),
				Cold:   spread(paired(pair, coldSpeed)),
				Memory: spread(paired(pair, memoryUse)),
			})
		}
		if mean.Programs = len(both); mean.Programs > 0 {
			mean.Warm = spread(means(both, r.Rounds, warmSpeed))
			mean.Cold = spread(means(both, r.Rounds, coldSpeed))
			mean.Memory = spread(means(both, r.Rounds, memoryUse))
			ratios = append(ratios, mean)
		}
	}
	return ratios
}

// comparison is a ratio of two samples of one round.
type comparison func(base, other Sample) float64

func warmSpeed(base, other Sample) float64 { return base.Warm / other.Warm }
func coldSpeed(base, other Sample) float64 { return base.Cold / other.Cold }
func memoryUse(base, other Sample) float64 {
	if base.Memory == 0 || other.Memory == 0 {
		return 1 // unknown where the system does not tell
	}
	return float64(other.Memory) / float64(base.Memory)
}

func paired(pair [2]*Series, c comparison) []float64 {
	var out []float64
	for i := range min(len(pair[0].Samples), len(pair[1].Samples)) {
		out = append(out, c(pair[0].Samples[i], pair[1].Samples[i]))
	}
	return out
}

// means returns the geometric mean over the programs for each round.
func means(pairs [][2]*Series, rounds int, c comparison) []float64 {
	var out []float64
	for round := range rounds {
		var values []float64
		for _, pair := range pairs {
			values = append(values, c(pair[0].Samples[round], pair[1].Samples[round]))
		}
		out = append(out, geometricMean(values))
	}
	return out
}

func (r *Result) find(program, python string) *Series {
	for i := range r.Series {
		if s := &r.Series[i]; s.Program == program && s.Python == python {
			return s
		}
	}
	return nil
}

// Baseline is the label that ratios refer to if the user names none: CPython, or else the first Python.
func (r *Result) Baseline() string {
	for _, p := range r.Pythons {
		if p.Label == labelCPython {
			return p.Label
		}
	}
	return r.Pythons[0].Label
}
